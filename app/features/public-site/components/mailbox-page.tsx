import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { DefinitionList } from "~/ui/components/definition-list";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime } from "~/ui/format";
import { mailKindLabels } from "../labels";
import { bodyParts } from "../mail-body";
import type { MailboxView } from "../mailbox-view.server";

/** The mails that this demonstration wrote, instead of sending them. */
export function MailboxPage({ view }: { view: MailboxView }) {
  return (
    <>
      <Breadcrumb items={[{ to: paths.home(), label: "Accueil" }, { label: "Courriels" }]} />
      <PageTitle
        title="Courriels de démonstration"
        lead={`Sans serveur de courrier, les messages se lisent ici. Les ${view.mostShown} plus récents, le dernier d’abord.`}
      />
      <div className="jl-page">
        {view.mails.length === 0 && (
          <Sheet>
            <EmptyState title="Aucun courriel pour l’instant">
              Une invitation, une transmission ou une publication en écrira.
            </EmptyState>
          </Sheet>
        )}
        {view.mails.map((mail) => (
          <Sheet
            isLandmark={false}
            key={mail.id}
            title={mail.subject}
            aside={
              <Badge tone={mail.sentAt ? "success" : "neutral"}>
                {mail.sentAt ? "Envoyé" : "Non envoyé"}
              </Badge>
            }
          >
            <DefinitionList
              items={[
                { term: "Destinataire", value: mail.to },
                { term: "Nature", value: mailKindLabels[mail.kind] },
                { term: "Écrit le", value: formatDateTime(mail.createdAt) },
                ...(mail.sentAt ? [{ term: "Envoyé le", value: formatDateTime(mail.sentAt) }] : []),
              ]}
            />
            <p className="jl-mail">
              {bodyParts(mail.body).map((part) =>
                part.href ? (
                  <a key={part.at} href={part.href}>
                    {part.text}
                  </a>
                ) : (
                  part.text
                ),
              )}
            </p>
          </Sheet>
        ))}
      </div>
    </>
  );
}
