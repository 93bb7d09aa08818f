/** What a page says while the service is away, and while this device reaches nothing. */
export const unavailableWords = {
  title: "Le service est momentanément indisponible",
  lead: "L’interruption vient de notre côté. Rien de ce qui était enregistré n’est perdu.",
  advice:
    "Réessayez dans une minute. Les réponses au questionnaire qui n’étaient pas encore parties sont gardées sur cet appareil.",
} as const;

export const unreachableWords = {
  title: "La connexion est interrompue",
  lead: "Cette page n’a pas pu être ouverte\u00a0: vous êtes hors ligne, ou le service ne répond pas.",
  advice:
    "Réessayez dès que la connexion revient. Vos réponses au questionnaire sont gardées sur cet appareil et partiront alors.",
} as const;
