import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TaskList } from "~/ui/components/task-list";
import { formatDate } from "~/ui/format";
import type { TemplatesView } from "../templates-view.server";

/** The mails whose words a campaign may change, each leading to its page. */
export function TemplatesPage({ view }: { readonly view: TemplatesView }) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.manageCampaigns(), label: "Gestion" },
            { to: paths.manageCalendar(view.slug), label: view.title },
            { label: "Courriels" },
          ]}
        />
        <PageTitle
          kicker={view.title}
          title="Courriels de la campagne"
          lead="Les dates, motifs et adresses sont remplis à chaque envoi&nbsp;; les mots autour sont les vôtres."
        />
      </div>
      <Sheet>
        <TaskList
          title="Courriels"
          titleLevel={2}
          tasks={view.mails.map(({ slug, name, sentWhen, change }) => ({
            to: paths.mailTemplate(view.slug, slug),
            title: name,
            detail: change?.isOwn
              ? `Modifié le ${formatDate(change.at)} par ${change.by}. ${sentWhen}`
              : sentWhen,
            badge: change?.isOwn ? (
              <Badge tone="info" icon="pencil">
                Modifié
              </Badge>
            ) : (
              <Badge>Texte d’origine</Badge>
            ),
          }))}
        />
      </Sheet>
    </div>
  );
}
