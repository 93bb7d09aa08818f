import type { ReactNode } from "react";
import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatDateTime, frenchText } from "~/ui/format";
import { stateBadges } from "../labels";
import type { RoundView } from "../rounds";

/** One round: who asked what and until when, then what stood before and what was sent. */
export function RoundSheet({
  round,
  children,
}: {
  readonly round: RoundView;
  readonly children?: ReactNode;
}) {
  const { label, tone, icon } = stateBadges[round.state];
  return (
    <Sheet
      title={`${round.asked === null ? "Demande" : "Modification"} n°\u00a0${round.round}`}
      aside={
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      }
    >
      <div className="jl-stack">
        <p>
          {`${round.asked === null ? "Faite" : "Acceptée"} par ${round.asker} le ${formatDateTime(round.askedAt)}, à transmettre au plus tard le `}
          <strong>{formatDate(round.dueOn, { weekday: true })}</strong> inclus.
        </p>
        {round.asked ? (
          <>
            <p>
              Toutes les questions sont ouvertes, à la demande de l’établissement. Ce qui était
              transmis reste valable jusqu’à une nouvelle transmission.
            </p>
            <p className="jl-typed">{frenchText(`Demande de l’établissement : ${round.asked}`)}</p>
          </>
        ) : null}
        {round.message ? <p className="jl-typed">{round.message}</p> : null}
        {round.answeredAt ? (
          <p>{`${round.asked === null ? "Compléments transmis" : "Transmise de nouveau"} par ${round.answerer ?? "Jalons"} le ${formatDateTime(round.answeredAt)}, récépissé ${round.receipt}.`}</p>
        ) : null}
        {round.cancelledAt ? (
          <p>{`Annulée le ${formatDateTime(round.cancelledAt)}. Motif\u00a0: ${round.cancelReason}`}</p>
        ) : null}
        <ol className="jl-answers">
          {round.lines.map((line) => (
            <li key={line.id} className="jl-answer">
              <h3 className="jl-answer__title">{line.name}</h3>
              <div className="jl-answer__body">
                {round.asked ? null : line.reason ? (
                  <p className="jl-answer__reason">
                    <strong>Motif&nbsp;:</strong> {line.reason}
                  </p>
                ) : (
                  <p className="jl-quiet">Changée en conséquence d’une autre réponse.</p>
                )}
                <dl className="jl-values">
                  <div>
                    <dt>Avant</dt>
                    <dd>{line.before || "Sans réponse"}</dd>
                  </div>
                  {line.after === null ? null : (
                    <div className={line.isChanged ? "jl-values__retained" : undefined}>
                      <dt>{line.isChanged ? "Après" : "Après (inchangée)"}</dt>
                      <dd>{line.after || "Sans réponse"}</dd>
                    </div>
                  )}
                </dl>
                {line.isCorrectedBefore ? (
                  <p>
                    <Badge tone="warning" icon="alert">
                      Corrigée avant ce changement
                    </Badge>
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
        {children}
      </div>
    </Sheet>
  );
}
