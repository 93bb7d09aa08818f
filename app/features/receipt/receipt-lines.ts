import type { SealedPieces } from "~/domain/application/sealed-pieces";
import { actNames, opinionLabels, outcomeLabels } from "~/features/application-file/formal-words";
import { formatCount, formatDate, formatDateTime, formatNumber, frenchText } from "~/ui/format";
import type { Receipt } from "./receipt-view.server";

/** What a receipt says, term by term: the page and the PDF show the same. */
export function receiptLines(view: Receipt): { term: string; value: string }[] {
  return [
    { term: "Numéro de récépissé", value: view.receiptNumber },
    {
      term: "Transmise le",
      value: `${formatDateTime(view.submittedAt, { weekday: true, seconds: true })}, heure de Paris`,
    },
    { term: "Campagne", value: view.campaign },
    ...view.schools.map((school) => ({
      term: "Établissement",
      value: `${school.name}, UAI\u00a0${school.uai}`,
    })),
    { term: "Transmise par", value: view.submitter },
    {
      term: "Contenu",
      value: `${formatCount(view.answerCount, "réponse")}, ${formatCount(view.proofs.length, "preuve")}`,
    },
    ...(view.formalActs ? pieceLines(view.formalActs) : []),
    ...(view.score === null ? [] : [{ term: "Score déclaré", value: scoreText(view.score) }]),
    ...(view.levelTitle === null ? [] : [{ term: "Niveau déclaré", value: view.levelTitle }]),
  ].map(({ term, value }) => ({ term, value: frenchText(value) }));
}

/** The sealed act and opinion, a line each; what was not there has none. */
export function pieceLines({ deliberation, endorsement }: SealedPieces) {
  return [
    ...(deliberation
      ? [
          {
            term: actNames[deliberation.body],
            value: `n°\u00a0${deliberation.number}, séance du ${formatDate(deliberation.heldOn)}, ${outcomeLabels[deliberation.outcome].toLowerCase()}`,
          },
        ]
      : []),
    ...(endorsement
      ? [
          {
            term: "Avis de la collectivité",
            value: `${endorsement.authority}, ${opinionLabels[endorsement.opinion].toLowerCase()}, le ${formatDate(endorsement.givenAt)}`,
          },
        ]
      : []),
  ];
}

/** « 65,1 sur 100 », or « sans objet » where nothing applies. */
export function scoreText(score: number | null): string {
  return score === null ? "sans objet" : `${formatNumber(score, { decimals: 1 })} sur 100`;
}
