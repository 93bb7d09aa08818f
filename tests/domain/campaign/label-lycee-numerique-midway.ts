import type { AnswerValue } from "~/domain/questionnaire/types";
import { bestAnswers, emptyHandedAnswers } from "./label-lycee-numerique-answers";

type AnswerSet = Record<string, AnswerValue>;

const proofsOf = (...ids: string[]): AnswerSet =>
  Object.fromEntries(ids.flatMap((id) => (bestAnswers[id] ? [[id, bestAnswers[id]]] : [])));

/** A lycée that has begun: a referent, some equipment, an ENT in use, no charter yet. */
export const beginningAnswers: AnswerSet = {
  ...emptyHandedAnswers,
  ...proofsOf("referents", "referent-lettre", "inventaire", "debit-mesure", "ent-statistiques"),
  "referent-nomme": true,
  "volet-numerique": "redige",
  "commission-reunions": 2,
  "commission-membres": ["direction", "enseignants", "documentaliste"],
  "budget-numerique": 300_000,
  "indicateurs-annuels": ["parc", "pix"],
  parc: [
    {
      id: "p1",
      values: {
        "parc-type": "fixe",
        "parc-lieu": "informatique",
        "parc-nombre": 80,
        "parc-recents": 40,
      },
    },
  ],
  "gestion-parc": "tableur-suivi",
  "depannage-delai": "quinzaine",
  debit: 120.5,
  "salles-equipees": 70,
  "wifi-couverture": "ilots",
  "wifi-protection": ["individuel", "separe"],
  "ateliers-logiciels": "ancien",
  "internat-travail": ["etude", "postes"],
  "ent-profils": ["eleves", "enseignants", "familles"],
  "ent-familles-actives": 50,
  "ent-services": {
    cahier: "jour",
    messagerie: "semaine",
    partage: "mois",
    activites: "mois",
    competences: "jour",
  },
  "cahier-regle": "veille",
  "gar-etat": "essai",
  "gar-responsable": "professeur documentaliste",
  "manuels-seconde": 3,
  "ressources-partagees": ["classe", "equipe"],
  activites: {
    recherche: "plusieurs",
    production: "plusieurs",
    collaboration: "une",
    donnees: "une",
    entrainement: "plusieurs",
  },
  projets: [
    {
      id: "j1",
      values: {
        "projet-titre": "Webradio du lycée",
        "projet-niveaux": ["seconde"],
        "projet-eleves": 60,
        "projet-cadre": "interne",
        "projet-bilan": false,
      },
    },
  ],
  "projet-recit": "Les élèves préparent, enregistrent et critiquent leurs propres chroniques.",
  "pix-certification": 70,
  "pix-seconde": "hiver",
  "emi-heures": 4,
  "ia-cadre": "enseignant",
  "besoins-particuliers": ["lecture", "supports"],
  "pfmp-suivi": "fichier",
  "agriculture-numerique": ["capteurs", "gestion"],
  "enseignants-formes": 16,
  "formation-releve": bestAnswers["formation-releve"] ?? [],
  "formation-themes": ["didactique", "ent"],
  "plan-local": "recueil",
  "echanges-pratiques": 2,
  "accueil-nouveaux": ["comptes", "relais"],
  "dpo-contact": "affiche",
  "registre-etat": "commence",
  "services-verifies": ["besoin", "accord"],
  "charte-etat": "projet",
  filtrage: "tous",
  "filtrage-deblocage": true,
  sauvegardes: { pedagogique: "sur-place", administratif: "hors-site", serveurs: "aucune" },
  "comptes-departs": "annuel",
  "ppms-numerique": "alerte",
  cyberharcelement: ["referent"],
};

/** A lycée where the digital policy is established, the register of treatments still out of date. */
export const establishedAnswers: AnswerSet = {
  ...beginningAnswers,
  ...proofsOf("volet-extrait", "crcn-progression", "registre-preuve", "charte-texte"),
  "volet-numerique": "vote",
  "commission-reunions": 3,
  "continuite-pedagogique": "plan",
  "wifi-couverture": "moitie",
  debit: 220.5,
  "salles-equipees": 85,
  "gar-etat": "courant",
  "crcn-domaines": ["informations", "communication", "creation"],
  "ia-cadre": "commune",
  "pfmp-suivi": "ligne",
  "enseignants-formes": 24,
  "echanges-pratiques": 4,
  "familles-aide": ["accueil", "guichet"],
  "registre-etat": "ancien",
  "registre-revision": "2025-03-10",
  "charte-etat": "vigueur",
  "comptes-departs": "mois",
  "ppms-numerique": "mode-degrade",
};
