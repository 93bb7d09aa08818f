/** Why a save is refused, and what to do: said by the API, then by the page. */
export const savingRefusals = {
  "signed-out":
    "Votre session a expiré. Reconnectez-vous : vos réponses en attente seront envoyées.",
  forbidden: "Votre rôle ne permet pas de répondre à cette candidature.",
  unreadable: "La réponse n’a pas pu être lue. Rechargez la page, puis recommencez.",
  stale: "Cette réponse a été modifiée entre-temps. Choisissez la version à garder.",
  closed: "Cette candidature est transmise : ses réponses ne changent plus.",
  "other-section":
    "Cette section est confiée à d’autres personnes de l’équipe : votre réponse n’est pas enregistrée. Copiez-la, ou demandez cette section à la personne responsable du dossier.",
  "not-found": "Cette question n’existe pas, ou ne vous est pas ouverte.",
} as const;

/** What the page says of a whole form that was sent without JavaScript. */
export const formRefusals = {
  stale: "Une réponse a été modifiée par quelqu’un d’autre : choisissez la version à garder.",
  gone: "Cette question n’existe plus dans le questionnaire : rechargez la page.",
  ambiguousPlace: (names: readonly string[]) =>
    `Plusieurs lieux correspondent. Recopiez celui qui convient : ${names.join(" ; ")}.`,
} as const;
