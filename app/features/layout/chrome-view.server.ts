import { areMailsKept, environment } from "~/env.server";
import type { SignedIn } from "~/features/sign-in/current-actor.server";
import { type NavigationLink, navigationFor } from "./navigation";

/** What the header and footer of every page show. */
export type Chrome = {
  readonly account: {
    readonly initials: string;
    readonly name: string;
    readonly subtitle: string;
  } | null;
  readonly links: readonly NavigationLink[];
  readonly isDemonstration: boolean;
  readonly hasMailbox: boolean;
  readonly theme: "light" | "dark" | "system";
};

/** Reads the chrome of a page from who is signed in and the display cookie. */
export function chromeView(signedIn: SignedIn | undefined, cookieHeader: string | null): Chrome {
  const env = environment();
  return {
    account: signedIn
      ? {
          initials: `${signedIn.givenName.charAt(0)}${signedIn.familyName.charAt(0)}`,
          name: `${signedIn.givenName} ${signedIn.familyName}`,
          subtitle: signedIn.title ?? signedIn.email,
        }
      : null,
    links: navigationFor(signedIn?.actor),
    isDemonstration: env.DEMO,
    hasMailbox: areMailsKept(env),
    theme: readTheme(cookieHeader),
  };
}

function readTheme(cookieHeader: string | null): Chrome["theme"] {
  const value = /(?:^|;\s*)affichage=(clair|sombre)(?:;|$)/.exec(cookieHeader ?? "")?.[1];
  if (value === "clair") return "light";
  return value === "sombre" ? "dark" : "system";
}
