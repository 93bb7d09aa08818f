import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { errorPrefix } from "~/ui/page-title";

// The server says « Erreur : » first in the title of a refused form; React must find the page's own
// title, and the error summary says it again once the page is alive.
if (document.title.startsWith(errorPrefix)) {
  document.title = document.title.slice(errorPrefix.length);
}

// A link to a place of the page (skip links, « à corriger ») leaves a history entry without a key. The
// router would take all of them for one, and scroll to where another page stood instead of to the
// target. Heard here first, since the router listens only once it is drawn.
window.addEventListener("popstate", () => {
  if (window.history.state?.key) return;
  const key = Math.random().toString(36).slice(2);
  window.history.replaceState({ ...window.history.state, key }, "");
});

/**
 * Gives once the data of the page are read. The browser component throws the promise of that reading,
 * before any hook: met while React hydrates, by somebody already typing, it would leave the page dead
 * for good (React’s error 345: the whole document has no boundary that could wait).
 */
async function whenRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // A fault of reading is thrown again, and shown, by the rendering itself.
    if (thrown instanceof Promise) await thrown;
  }
}

void whenRead().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);
