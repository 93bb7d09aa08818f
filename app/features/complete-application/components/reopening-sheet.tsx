import type { ReactNode } from "react";
import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime, frenchText } from "~/ui/format";
import { reopeningBadges, reopeningEnds } from "../labels";
import type { ReopeningView } from "../reopening-lines";

/** A granted asking is told by the round that it opened, one that waits apart. */
export const isToldAlone = ({ state }: ReopeningView) => state === "refused" || state === "dropped";

/** A school's asking to change its application: its words, then what was decided. */
export function ReopeningSheet({
  asking,
  children,
}: {
  readonly asking: ReopeningView;
  readonly children?: ReactNode;
}) {
  const { label, tone, icon } = reopeningBadges[asking.state];
  const { state, decidedAt, decider, decisionReason } = asking;
  return (
    <Sheet
      title="Demande de modification"
      aside={
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      }
    >
      <div className="jl-stack">
        <p>{`Faite par ${asking.asker} le ${formatDateTime(asking.askedAt)}.`}</p>
        <p className="jl-typed">{asking.reason}</p>
        {state !== "waiting" && decidedAt ? (
          <p>
            {frenchText(
              `${reopeningEnds[state]} ${decider ?? "Jalons"} le ${formatDateTime(decidedAt)}.${decisionReason ? ` Motif : ${decisionReason}` : ""}`,
            )}
          </p>
        ) : null}
        {children}
      </div>
    </Sheet>
  );
}
