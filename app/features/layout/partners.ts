/** The partners that run this platform together, shown with equal weight on every page. */
export const platformPartners = [
  { name: "Région Occitanie", subtitle: "Lycées et numérique" },
  { name: "Académie de Toulouse", subtitle: "Délégation au numérique éducatif" },
  { name: "Académie de Montpellier", subtitle: "Délégation au numérique éducatif" },
  { name: "DRAAF Occitanie", subtitle: "Enseignement agricole" },
];
