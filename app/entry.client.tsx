import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { errorPrefix } from "~/ui/page-title";

// The server says « Erreur : » first in the title of a refused form; React must find the page's own
// title, and the error summary says it again once the page is alive.
if (document.title.startsWith(errorPrefix)) {
  document.title = document.title.slice(errorPrefix.length);
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
