import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime } from "~/ui/format";
import type { SubmitView } from "../submit-view.server";

/** A request that arrived too late: both instants in ISO 8601, UTC. */
export type Late = {
  readonly arrivedAt: string;
  readonly endsAt: string;
  readonly draftTo: string;
};

/** What happened, to the second, and what is kept. */
export function LateAlert({ late }: { late: Late }) {
  const instant = (value: string) => formatDateTime(value, { weekday: true, seconds: true });
  return (
    <Alert tone="warning" role="alert" title="Votre demande est arrivée après la clôture">
      <p>
        {`Elle est parvenue au serveur le ${instant(late.arrivedAt)}. Le délai courait jusqu’au ${instant(late.endsAt)}, cette seconde comprise. Les deux heures sont celles de Paris, lues à l’horloge de la base de données : celle de votre ordinateur et le temps d’attente ensuite ne comptent pas.`.replace(
          " :",
          "\u00a0:",
        )}
      </p>
      <p>
        Rien n’est perdu&nbsp;: les réponses et les preuves restent dans{" "}
        <Anchor to={late.draftTo}>le brouillon</Anchor>, qui n’est pas transmis.
      </p>
    </Alert>
  );
}

/** How to ask for more time, once it is too late. */
export function MoreTime({ view }: { view: Pick<SubmitView, "contact" | "campaignSlug"> }) {
  const { contact, campaignSlug } = view;
  return (
    <Sheet title="Demander un délai">
      <div className="jl-prose">
        <p>
          Un délai se demande à l’organisateur de la campagne, en disant pourquoi la candidature n’a
          pas pu être transmise à temps. S’il l’accorde, un courriel vous prévient et le brouillon
          se transmet depuis cette page.
        </p>
        {contact ? (
          <p>
            {`Écrivez à ${contact.name}${contact.title ? `, ${contact.title}` : ""}, `}
            <a href={`mailto:${contact.email}`}>{contact.email}</a>.
          </p>
        ) : (
          <p>
            Les organisateurs sont nommés sur{" "}
            <Anchor to={paths.campaign(campaignSlug)}>la page de la campagne</Anchor>.
          </p>
        )}
      </div>
    </Sheet>
  );
}
