import { frenchText } from "~/ui/format";
import type { AskReviewRefusal } from "./ask-review.server";

/** Most characters of the words that go with a request. */
export const longestMessage = 500;

/** Why a request is refused, beside which field, and what to do. */
export const askRefusals: Readonly<Record<AskReviewRefusal, string>> = {
  "not-asked": "Cette section n’est plus demandée dans ce dossier. Choisissez-en une autre.",
  untouched: frenchText(
    "Rien n’est encore répondu dans cette section : répondez d’abord, puis demandez une relecture.",
  ),
  "already-asked": frenchText(
    "Une relecture de cette section est déjà demandée : elle figure ci-dessus.",
  ),
};
