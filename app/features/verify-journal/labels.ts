import type { Fault, Finding, JournalObject } from "~/domain/journal/findings";
import type { RequiredKind } from "~/domain/journal/required-chains";

const kindLabels: Readonly<Record<RequiredKind, string>> = {
  application: "candidature",
  answer: "réponse",
  proof: "preuve",
  campaign: "campagne",
  person: "personne",
  "allocation-plan": "plan de dotation",
  "rollout-programme": "programme de déploiement",
  "rollout-item": "déploiement d’un établissement",
  "equipment-owner": "propriétaire des équipements",
};

const faultLabels: Readonly<Record<Fault, (entries: string) => string>> = {
  "altered-entry": (entries) => `${entries} a été modifiée après son écriture.`,
  "reordered-entry": (entries) => `${entries} a changé de place dans la chaîne.`,
  "forged-entry": (entries) =>
    `${entries} a été récrite : son empreinte a été recalculée sans la clé du journal.`,
  "broken-link": (entries) => `${entries} ne suit pas celle qui la précède.`,
  "altered-values": (entries) => `les valeurs ont été modifiées : ${entries}.`,
  "vanished-values": (entries) => `les valeurs ont disparu sans effacement consigné : ${entries}.`,
  "missing-entries": (entries) => `supprimé de la chaîne : ${entries}.`,
  "deleted-last-entries": (entries) => `supprimé de la fin de la chaîne : ${entries}.`,
  "surplus-entries": (entries) => `inconnu de la tête de chaîne : ${entries}.`,
  "altered-head": () => "la tête de chaîne a été modifiée sans la clé du journal.",
  "missing-head": () => "la tête de chaîne a été supprimée.",
  "missing-chain": () => "la chaîne entière a été supprimée.",
  "restarted-chain": () =>
    "la chaîne ne commence pas par la création de l’objet : son début a été supprimé.",
  "anchored-chain-gone": () => "la chaîne entière a disparu depuis l’ancre.",
  "anchored-chain-shortened": (entries) => `supprimé depuis l’ancre : ${entries}.`,
  "anchored-entry-rewritten": (entries) => `${entries} n’est plus celle que l’ancre connaît.`,
  "fewer-chains-than-anchored": () => "le journal a moins de chaînes qu’au moment de l’ancre.",
  "fewer-entries-than-anchored": () => "le journal a moins d’entrées qu’au moment de l’ancre.",
};

/** One finding as a French sentence, which names the object. */
export function findingMessage({ fault, object, entry, until }: Finding): string {
  const sentence = faultLabels[fault](entriesLabel(entry, until));
  if (object) return `${objectLabel(object)} : ${sentence}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function objectLabel({ kind, id }: JournalObject): string {
  const known = Object.entries(kindLabels).find(([listed]) => listed === kind);
  const label = known?.[1] ?? kind;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)} ${id}`;
}

function entriesLabel(entry = 0, until = entry): string {
  return until > entry ? `les entrées ${entry} à ${until}` : `l’entrée ${entry}`;
}
