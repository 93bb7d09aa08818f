import type { ReactNode } from "react";
import { otherOwnerText } from "~/features/school-directory/labels";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, nbsp } from "~/ui/format";
import { standingAdvice } from "../labels";
import type { RolloutLine, RolloutView } from "../rollout-view.server";

/** The schools that go on though their equipment has become another collectivité's. */
export function ChangedHands({ view }: { view: RolloutView }) {
  const [first] = view.changedHands;
  if (!first?.otherOwner) return null;
  // A programme is opened by a vote or it is not: one advice holds for all its schools.
  const { standing } = first.otherOwner;
  return (
    <Alert tone="warning" title="Équipement passé à une autre collectivité">
      <p>{standingAdvice[standing]}</p>
      <SchoolLines view={view} lines={view.changedHands} />
    </Alert>
  );
}

/** The schools of another collectivité where nothing is begun, and why they are in no list. */
export function SetAside({ view }: { view: RolloutView }) {
  if (view.setAside.length === 0) return null;
  return (
    <Sheet title="Mis de côté" aside={formatCount(view.setAside.length, "établissement")}>
      <div className="jl-stack jl-stack--tight">
        <p>
          L’équipement de ces établissements appartient à une autre collectivité. Rien n’y est
          commencé{nbsp}: ils ne comptent pas dans les quantités de cette page. Seule une commande
          passée avant la date indiquée peut être saisie.
        </p>
        <SchoolLines view={view} lines={view.setAside} />
      </div>
    </Sheet>
  );
}

function SchoolLines({
  view,
  lines,
}: {
  view: RolloutView;
  lines: readonly RolloutLine[];
}): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={paths.rolloutItem(view.slug, line.id)}>
            {[line.schoolName, line.communeName].filter(Boolean).join(", ")}
          </Link>
          {line.otherOwner ? `${nbsp}: ${otherOwnerText(line.otherOwner)}` : null}
        </li>
      ))}
    </ul>
  );
}
