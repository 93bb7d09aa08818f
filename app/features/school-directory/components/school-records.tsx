import { levelName } from "~/features/application-file/level-name";
import { statusLabels } from "~/features/examine-applications/labels";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Sheet } from "~/ui/components/sheet";
import { formatDate } from "~/ui/format";
import type { SchoolView } from "../school-view.server";

/** The labels that a school was given, and its submitted applications as far as one may read them. */
export function SchoolRecords({ view }: { view: SchoolView }) {
  return (
    <>
      <Sheet title="Labels">
        {view.labels.length === 0 ? (
          <p>Aucun label.</p>
        ) : (
          <ul>
            {view.labels.map((label) => (
              <li key={label.id} className="jl-record">
                <LevelMark level={label.level as LevelValue} label={levelName(label.level, null)} />
                <Anchor to={paths.results(label.slug)}>{label.campaign}</Anchor>
                <span className="jl-quiet jl-record__detail">
                  {`Du ${formatDate(label.validFrom)} au ${formatDate(label.validUntil)}${label.isValid ? "" : ", échu"}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      {view.mayReadApplications ? (
        <Sheet title="Candidatures transmises">
          {view.applications.length === 0 ? (
            <p>Aucune candidature transmise ne concerne cet établissement.</p>
          ) : (
            <ul>
              {view.applications.map(({ id, slug, campaign, status }) => (
                <li key={id} className="jl-record">
                  <Anchor to={paths.examination(slug, id)}>{campaign}</Anchor>
                  <Badge tone={statusLabels[status].tone} icon={statusLabels[status].icon}>
                    {statusLabels[status].label}
                  </Badge>
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      ) : null}
    </>
  );
}
