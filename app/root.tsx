import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { chromeView } from "~/features/layout/chrome-view.server";
import { ErrorPage } from "~/features/layout/components/error-page";
import { PageChrome } from "~/features/layout/components/page-chrome";
import { findSignedIn } from "~/http/access.server";
import { useNonce } from "~/ui/nonce";
import stylesheet from "~/ui/theme/index.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await findSignedIn(request);
  return { chrome: chromeView(signedIn, request.headers.get("Cookie")) };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  const theme = data?.chrome.theme;
  return (
    <html lang="fr" data-fr-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageChrome chrome={data?.chrome}>{children}</PageChrome>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
