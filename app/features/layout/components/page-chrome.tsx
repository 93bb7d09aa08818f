import { Form, useLocation } from "@remix-run/react";
import { LogIn, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/components/button";
import { Footer } from "~/ui/components/footer";
import { Header } from "~/ui/components/header";
import { SkipLinks } from "~/ui/components/skip-links";
import type { Chrome } from "../chrome-view.server";
import { platformPartners } from "../partners";
import { OfflineNotice } from "./offline-notice";
import { useFocusOnArrival } from "./use-focus-on-arrival";
import { useLastPost } from "./use-last-post";

const visitorLinks = [
  { to: paths.campaigns(), label: "Campagnes" },
  { to: paths.dashboard(), label: "Tableau de bord" },
];

/** What surrounds every page: skip links, header, main, footer. */
export function PageChrome({
  chrome,
  children,
}: {
  chrome: Chrome | undefined;
  children: ReactNode;
}) {
  const { pathname } = useLocation();
  useLastPost();
  useFocusOnArrival("contenu");
  const nav = (chrome?.links ?? visitorLinks).map((link) => ({
    ...link,
    current: pathname === link.to || pathname.startsWith(`${link.to}/`),
  }));
  return (
    <>
      <SkipLinks />
      <Header
        brandTo={paths.home()}
        partners={platformPartners.slice(0, 3)}
        nav={nav}
        notice={
          chrome?.isDemonstration ? (
            <>
              <strong>Démonstration.</strong> Établissements, personnes et données de campagne
              fictifs, dans des communes réelles.
            </>
          ) : undefined
        }
        tools={
          <>
            <DisplaySwitch theme={chrome?.theme ?? "system"} back={pathname} />
            {!chrome?.account && (
              <LinkButton to={paths.signIn()} variant="secondary" size="sm" icon={LogIn}>
                Se connecter
              </LinkButton>
            )}
          </>
        }
        account={chrome?.account ? { ...chrome.account, menu: <AccountMenu /> } : null}
      />
      <main id="contenu" tabIndex={-1} className="fr-container jl-page">
        <OfflineNotice />
        {children}
      </main>
      <Footer
        partners={[...platformPartners]}
        purpose="Jalons réunit la Région et les académies autour d’une même campagne&nbsp;: un questionnaire, des règles publiques, les mêmes chiffres pour tous."
        links={[
          { to: paths.campaigns(), label: "Campagnes et grilles" },
          { to: paths.dashboard(), label: "Tableau de bord" },
          ...(chrome?.hasMailbox
            ? [{ to: paths.mailbox(), label: "Courriels de démonstration" }]
            : []),
        ]}
        legalLinks={[
          { to: paths.siteMap(), label: "Plan du site" },
          { to: paths.accessibility(), label: "Accessibilité\u00a0: non auditée" },
          { to: paths.legal(), label: "Mentions légales" },
          { to: paths.personalData(), label: "Données personnelles" },
        ]}
        credits="Fond de carte&nbsp;: svg-maps, CC BY 4.0."
      />
    </>
  );
}

function AccountMenu() {
  return (
    <Form method="post" action={paths.signOut()}>
      <LinkButton to={paths.mailPreferences()} variant="tertiary-no-outline" size="sm">
        Mes courriels
      </LinkButton>
      <Button variant="tertiary-no-outline" size="sm">
        Se déconnecter
      </Button>
      <Button variant="tertiary-no-outline" size="sm" name="partout" value="oui">
        Se déconnecter partout
      </Button>
    </Form>
  );
}

function DisplaySwitch({ theme, back }: { theme: Chrome["theme"]; back: string }) {
  const isDark = theme === "dark";
  return (
    <Form method="post" action={paths.display()}>
      <input type="hidden" name="retour" value={back} />
      <Button
        name="affichage"
        value={isDark ? "clair" : "sombre"}
        variant="tertiary-no-outline"
        size="sm"
        icon={isDark ? Sun : Moon}
        iconOnly
      >
        {isDark ? "Passer à l’affichage clair" : "Passer à l’affichage sombre"}
      </Button>
    </Form>
  );
}
