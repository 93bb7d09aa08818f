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

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
