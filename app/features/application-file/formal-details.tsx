import { ProofLink } from "~/features/proofs/proof-link";
import { DefinitionList } from "~/ui/components/definition-list";
import { formatDate, formatDateTime } from "~/ui/format";
import type { ShownAct, ShownRequest } from "./formal-sheet-view.server";
import { actNames, opinionLabels, outcomeLabels } from "./formal-words";

/** The act that is recorded: session, number, outcome, file. */
export function ActDetails({ act }: { readonly act: ShownAct }) {
  return (
    <DefinitionList
      variant="lines"
      items={[
        { term: "Acte", value: `${actNames[act.body]}, n°\u00a0${act.number}` },
        { term: "Séance du", value: formatDate(act.heldOn, { weekday: true }) },
        { term: "Issue", value: outcomeLabels[act.outcome] },
        {
          term: "Fichier",
          value:
            act.scan === "infected" ? (
              `${act.file} (refusé par l’antivirus)`
            ) : (
              <ProofLink name={act.file} to={act.to} />
            ),
        },
        { term: "Enregistré par", value: `${act.by}, le ${formatDateTime(act.at)}` },
      ]}
    />
  );
}

/** The request for an opinion, or the opinion once it is given, with its reasons. */
export function OpinionDetails({ request }: { readonly request: ShownRequest }) {
  const { given } = request;
  return (
    <DefinitionList
      variant="lines"
      items={[
        { term: "Collectivité", value: request.authority },
        ...(given
          ? [
              { term: "Avis", value: opinionLabels[given.opinion] },
              ...(given.reasons
                ? [{ term: "Motifs", value: <span className="jl-typed">{given.reasons}</span> }]
                : []),
              { term: "Donné par", value: `${given.by}, le ${formatDateTime(given.at)}` },
            ]
          : [
              {
                term: "Lien envoyé",
                value: `le ${formatDateTime(request.sentAt)}, ${
                  request.isExpired ? "expiré" : "valable jusqu’au"
                } ${request.isExpired ? "depuis le " : ""}${formatDate(request.expiresAt)}`,
              },
            ]),
        { term: "Demandé à", value: `${request.contact}, ${request.email}` },
        { term: "Demandé par", value: request.askedBy },
      ]}
    />
  );
}
