import type { SchoolFacts } from "~/domain/expression/facts";
import type { AnswerValue, FileAnswer } from "~/domain/questionnaire/types";

/** An agricultural lycée with boarding and vocational tracks: the school that sees the most questions. */
export const agriculturalLycee: SchoolFacts = {
  kind: "lycee",
  sector: "public",
  ministry: "agriculture",
  contract: "none",
  boarding: true,
  vocational: true,
  pupils: { total: 400, seconde: 120 },
};

/** A general lycée of which the directory gives no head-count. */
export const uncountedLycee: SchoolFacts = {
  kind: "lycee",
  sector: "public",
  ministry: "education",
  contract: "none",
  boarding: false,
  vocational: false,
};

type AnswerSet = Record<string, AnswerValue>;

/** One attached file, as the platform records it. */
const file = (name: string): FileAnswer[] => [
  { id: name, name, size: 120_000, sha256: "0".repeat(64) },
];

const row = (id: string, values: Record<string, string | number | boolean | string[]>) => ({
  id,
  values,
});

const referent = (hours: number) => [
  row("r1", {
    "referent-nom": "Personne fictive",
    "referent-fonction": "documentaliste",
    "referent-depuis": "2024-09-02",
    "referent-heures": hours,
  }),
];

const devices = (count: number, recent: number) => [
  row("p1", {
    "parc-type": "portable",
    "parc-lieu": "mobile",
    "parc-nombre": count,
    "parc-recents": recent,
  }),
];

const projects = (count: number, reported: number, pupils: number) =>
  Array.from({ length: count }, (_, index) =>
    row(`j${index}`, {
      "projet-titre": `Projet ${index + 1}`,
      "projet-niveaux": ["seconde"],
      "projet-eleves": pupils,
      "projet-cadre": "ami",
      "projet-bilan": index < reported,
    }),
  );

/** The most that each question offers, with every proof. */
export const bestAnswers: AnswerSet = {
  "label-anterieur": "niveau-2",
  "referent-nomme": true,
  referents: referent(3),
  "referent-lettre": file("lettre.pdf"),
  "volet-numerique": "echeancier",
  "volet-extrait": file("volet.pdf"),
  "commission-reunions": 3,
  "commission-membres": ["direction", "enseignants", "documentaliste", "eleves"],
  "budget-numerique": 600_000,
  "indicateurs-annuels": ["ent", "parc", "pix", "formation"],
  "continuite-pedagogique": "essai",
  parc: devices(200, 180),
  "seconde-sans-ordinateur": 14,
  "gestion-parc": "gpi",
  inventaire: file("inventaire.ods"),
  "depannage-delai": "semaine",
  debit: 320.5,
  "debit-mesure": file("debit.png"),
  "salles-equipees": 100,
  "wifi-couverture": "partout",
  "wifi-protection": ["individuel", "separe", "coupure"],
  "ateliers-logiciels": "actuel",
  "internat-travail": ["etude", "postes", "horaires", "aide"],
  implantation: "seul",
  "ent-profils": ["eleves", "enseignants", "familles", "agents"],
  "ent-familles-actives": 84,
  "ent-statistiques": file("ent.pdf"),
  "ent-services": {
    cahier: "jour",
    messagerie: "jour",
    partage: "jour",
    activites: "jour",
    competences: "jour",
  },
  "cahier-regle": "suivi",
  "gar-etat": "courant",
  "gar-responsable": "professeur documentaliste",
  "manuels-seconde": 6,
  "mcnl-etat": "courante",
  "ressources-partagees": ["classe", "equipe", "modifiables", "licence"],
  activites: {
    recherche: "majorite",
    production: "majorite",
    collaboration: "majorite",
    donnees: "majorite",
    entrainement: "majorite",
  },
  projets: projects(4, 4, 60),
  "projets-bilans": file("bilans.pdf"),
  "projet-recit": "Une classe a mesuré la pousse de ses parcelles et discuté ses propres données.",
  "pix-certification": 92,
  "pix-seconde": "automne",
  "crcn-domaines": ["informations", "communication", "creation", "protection", "environnement"],
  "crcn-progression": file("progression.ods"),
  "emi-heures": 12,
  "ia-cadre": "enseignee",
  "besoins-particuliers": ["lecture", "saisie", "supports", "examens"],
  "pfmp-suivi": "tuteur",
  "agriculture-numerique": ["capteurs", "guidage", "gestion", "donnees"],
  "enseignants-effectif": 50,
  "enseignants-formes": 32,
  "formation-releve": file("formations.ods"),
  "formation-themes": ["didactique", "ent", "ia", "donnees"],
  "plan-local": "plan",
  "plan-formation": file("plan.pdf"),
  "echanges-pratiques": 6,
  "accueil-nouveaux": ["comptes", "materiel", "notice", "relais"],
  "pix-edu": 15,
  "familles-aide": ["accueil", "guichet", "langues", "pret"],
  "dpo-contact": "formulaires",
  "registre-etat": "a-jour",
  "registre-revision": "2026-09-14",
  "registre-preuve": file("registre.pdf"),
  "services-verifies": ["besoin", "donnees", "hebergement", "contrat", "accord"],
  "charte-etat": "expliquee",
  "charte-texte": file("charte.pdf"),
  filtrage: "journal",
  "filtrage-deblocage": true,
  sauvegardes: { pedagogique: "verifiee", administratif: "verifiee", serveurs: "sans-objet" },
  "comptes-departs": "semaine",
  "ppms-numerique": "exercice",
  cyberharcelement: ["referent", "canal", "seances"],
};

/** Nothing is in place: « non », none, never, and no proof. */
export const emptyHandedAnswers: AnswerSet = {
  "label-anterieur": "jamais",
  "referent-nomme": false,
  "volet-numerique": "absent",
  "commission-reunions": 0,
  "budget-numerique": 0,
  "indicateurs-annuels": ["aucun"],
  "continuite-pedagogique": "rien",
  parc: devices(0, 0),
  "gestion-parc": "aucun",
  debit: 0,
  "salles-equipees": 0,
  "wifi-couverture": "nulle",
  "ateliers-logiciels": "non",
  "internat-travail": ["rien"],
  implantation: "seul",
  "ent-profils": ["personne"],
  "gar-etat": "absent",
  "manuels-seconde": 0,
  "ressources-partagees": ["personnels"],
  activites: {
    recherche: "aucune",
    production: "aucune",
    collaboration: "aucune",
    donnees: "aucune",
    entrainement: "aucune",
  },
  "pix-certification": 0,
  "pix-seconde": "jamais",
  "crcn-domaines": ["aucun"],
  "emi-heures": 0,
  "ia-cadre": "aucune",
  "besoins-particuliers": ["aucun"],
  "pfmp-suivi": "papier",
  "agriculture-numerique": ["aucun"],
  "enseignants-effectif": 50,
  "enseignants-formes": 0,
  "obstacle-formation": "remplacement",
  "plan-local": "rien",
  "echanges-pratiques": 0,
  "accueil-nouveaux": ["rien"],
  "pix-edu": 0,
  "familles-aide": ["aucun"],
  "dpo-contact": "aucun",
  "registre-etat": "absent",
  "services-verifies": ["rien"],
  "charte-etat": "absente",
  filtrage: "aucun",
  sauvegardes: { pedagogique: "aucune", administratif: "aucune", serveurs: "aucune" },
  "comptes-departs": "maintenu",
  "ppms-numerique": "rien",
  cyberharcelement: ["rien"],
};
