import type { SwitchableTopic } from "~/domain/mail/vocabulary";

/** What each topic that may be switched off is about. */
export const topicLabels: Readonly<
  Record<SwitchableTopic, { readonly label: string; readonly hint: string }>
> = {
  reminders: {
    label: "Rappels de clôture",
    hint: "À 30 jours, 7 jours et la veille pour un brouillon ; à 21 et 7 jours si rien n’est commencé. Un seul courriel par jour, même pour plusieurs établissements.",
  },
  messages: {
    label: "Messages qui m’attendent",
    hint: "Le matin, si un message d’un dossier n’est pas lu. Un seul courriel par jour, même pour plusieurs dossiers.",
  },
};

/** What nobody can switch off, since it opens a right or takes one away. */
export const alwaysSent = [
  "La décision sur votre candidature, et les actes qui la portent.",
  "Le récépissé d’une candidature transmise.",
  "Ce qui touche à votre compte : invitation, fonction confiée ou retirée, mot de passe.",
] as const;
