import type { Question } from "~/domain/questionnaire/types";
import { formatCount, formatList, frenchText } from "~/ui/format";

/** A question as its lack is told: by its number, or by what the proof is. */
export type LackingQuestion = {
  readonly kind: Question["kind"];
  readonly number: string;
  readonly title: string;
};

/** Questions named one by one up to that many; beyond, they are only counted. */
const mostNamed = 3;

/**
 * What keeps a section from being complete, in words when it is little: « Une preuve manque : … »,
 * « Une question obligatoire restante : 4.7 », « 5 questions obligatoires restantes ». Empty for nothing.
 */
export function describeMissing(
  faulty: readonly LackingQuestion[],
  missing: readonly LackingQuestion[],
): string {
  const parts: string[] = [];
  if (faulty.length > 0) {
    parts.push(
      told(
        faulty.length === 1
          ? "Une réponse à corriger"
          : formatCount(faulty.length, "réponse à corriger", "réponses à corriger"),
        faulty.map(({ number }) => number),
      ),
    );
  }
  const proofs = missing.filter(({ kind }) => kind === "file");
  const [proof] = proofs;
  if (proof && missing.length === 1) {
    parts.push(told("Une preuve manque", [nameOfProof(proof)]));
  } else if (missing.length > 0 && proofs.length === missing.length) {
    parts.push(
      told(formatCount(proofs.length, "preuve manque", "preuves manquent"), numbersOf(proofs)),
    );
  } else if (missing.length === 1) {
    parts.push(told("Une question obligatoire restante", numbersOf(missing)));
  } else if (missing.length > 0) {
    parts.push(
      told(
        formatCount(
          missing.length,
          "question obligatoire restante",
          "questions obligatoires restantes",
        ),
        numbersOf(missing),
      ),
    );
  }
  return frenchText(parts.join(" ; "));
}

const numbersOf = (questions: readonly LackingQuestion[]) => questions.map(({ number }) => number);

const told = (what: string, names: readonly string[]) =>
  names.length > mostNamed || names.some((name) => name === "")
    ? what
    : `${what} : ${formatList(names)}`;

/** « Joignez la liste des traitements » asks for « la liste des traitements ». */
function nameOfProof({ title }: LackingQuestion): string {
  return title.replace(/^(Joignez|Déposez|Ajoutez)\s+/, "").replace(/\s*\.$/, "");
}
