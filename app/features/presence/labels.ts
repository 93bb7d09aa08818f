/** Why a page is not told who else is in its file; the page then asks less often, or no more. */
export const presenceRefusals = {
  unreadable: "La demande n’a pas pu être lue. Rechargez la page, puis recommencez.",
  "not-found": "Cette candidature n’existe pas, ou ne vous est pas ouverte.",
  closed: "Cette candidature est transmise : ses réponses ne changent plus.",
  "too-many-yours":
    "Trop de vos pages suivent une candidature en direct. Celle-ci se met à jour moins souvent.",
  full: "Trop de pages sont suivies en direct. Celle-ci se met à jour moins souvent.",
} as const;
