import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDateTime } from "~/ui/format";
import type { BatchView } from "../batch-view.server";
import { OutcomeCounts, OutcomeTable } from "./invitation-preview";

/** What a sending did: counts, then the lines that sent nothing. */
export function BatchPage({ view }: { readonly view: BatchView }) {
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.invitations(), label: "Inviter des chefs d’établissement" },
          { label: "Résultat de l’envoi" },
        ]}
      />
      <PageTitle
        title="Résultat de l’envoi"
        lead={`Le ${formatDateTime(view.sentAt, { weekday: true })}`}
        aside={<LinkButton to={paths.invitations()}>Inviter d’autres établissements</LinkButton>}
      />
      <div className="jl-page">
        <Alert tone="success" title={`${formatCount(view.mails, "courriel")} en route`}>
          Une adresse commune à plusieurs établissements ne reçoit qu’un courriel.
        </Alert>
        <Sheet title="Par résultat">
          <OutcomeCounts counts={view.counts} />
        </Sheet>
        {view.refused.length > 0 && (
          <Sheet title="Lignes sans envoi">
            <OutcomeTable lines={view.refused} caption="Lignes sans envoi, une par une" />
          </Sheet>
        )}
      </div>
    </>
  );
}
