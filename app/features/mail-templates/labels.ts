import { longestBody, longestSubject, type TemplateIssue } from "~/domain/mail/template";
import { formatNumber, frenchText } from "~/ui/format";

/** What to do about the issues of one part of a template, in one sentence after the other. */
export function issueWords(
  issues: readonly TemplateIssue[],
): Readonly<Partial<Record<"objet" | "texte", string>>> {
  const words = (field: TemplateIssue["field"]) =>
    issues
      .filter((issue) => issue.field === field)
      .map((issue) => frenchText(sentence(issue)))
      .join(" ");
  const [objet, texte] = [words("subject"), words("body")];
  return { ...(objet && { objet }), ...(texte && { texte }) };
}

function sentence(issue: TemplateIssue): string {
  const limit = issue.field === "subject" ? longestSubject : longestBody;
  switch (issue.reason) {
    case "empty":
      return issue.field === "subject" ? "Écrivez un objet." : "Écrivez le texte du courriel.";
    case "too-long":
      return `Raccourcissez ce texte : ${formatNumber(limit)} caractères au plus.`;
    case "several-lines":
      return "Écrivez l’objet sur une seule ligne.";
    case "stray-brace":
      return "Une accolade double s’ouvre ou se ferme seule : écrivez {{nom}} en entier, ou retirez-la.";
    case "unknown-variable":
      return `{{${issue.name}}} n’existe pas dans ce courriel : prenez un nom de la liste.`;
    case "missing-variable":
      return `Ajoutez {{${issue.name}}} : le courriel ne peut pas s’en passer.`;
    default: {
      const never: never = issue;
      throw new Error(`Défaut inconnu : ${JSON.stringify(never)}`);
    }
  }
}

export const changedMeanwhile =
  "Quelqu’un a changé ce courriel entre-temps. Votre texte est gardé ci-dessous : comparez avec la page rechargée dans un autre onglet, puis recommencez.";

/** What is said once each act is done. */
export const doneWords: Readonly<Record<string, string>> = {
  enregistre: "Vos mots sont enregistrés : les prochains courriels les prennent.",
  origine: "Ce courriel a repris son texte d’origine.",
};
