import { formatCount, formatDateTime, formatNumber, frenchText } from "~/ui/format";
import type { ReceiptView } from "./receipt-view.server";

/** What a receipt says, term by term: the page and the PDF show the same. */
export function receiptLines(view: ReceiptView): { term: string; value: string }[] {
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
    ...(view.score === null ? [] : [{ term: "Score déclaré", value: scoreText(view.score) }]),
    ...(view.levelTitle === null ? [] : [{ term: "Niveau déclaré", value: view.levelTitle }]),
  ].map(({ term, value }) => ({ term, value: frenchText(value) }));
}

/** « 65,1 sur 100 », or « sans objet » where nothing applies. */
export function scoreText(score: number | null): string {
  return score === null ? "sans objet" : `${formatNumber(score, { decimals: 1 })} sur 100`;
}
