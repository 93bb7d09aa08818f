import type { EditableMailKind } from "~/domain/mail/vocabulary";

type Variable = {
  /** What it stands for. */
  readonly meaning: string;
  /** What the preview shows for it: made up. */
  readonly sample: string;
  readonly isRequired: boolean;
};

type EditableMail = {
  /** Its part of the address of its page. */
  readonly slug: string;
  readonly name: string;
  readonly sentWhen: string;
  readonly variables: Readonly<Record<string, Variable>>;
  /** The words that a campaign starts from; no subject for one that a mail of several campaigns holds. */
  readonly subject: string | null;
  readonly body: string;
};

const must = (meaning: string, sample: string): Variable => ({ meaning, sample, isRequired: true });
const may = (meaning: string, sample: string): Variable => ({ meaning, sample, isRequired: false });

const campaign = may("Nom et édition de la campagne", "L@bel lycée numérique 2026");
const link = (to: string) => must(`Adresse de la page : ${to}`, "https://…/candidatures/exemple");

/** Each mail whose words a campaign may change: when it is sent, what it names, its original words. */
export const catalogue = {
  "reminder.closing": {
    slug: "rappel-de-cloture",
    name: "Rappel de clôture",
    sentWhen:
      "À 30 jours, 7 jours et la veille pour un brouillon ; à 21 et 7 jours si rien n’est commencé. Un même courriel rappelle toutes les campagnes d’une personne : seul le paragraphe de celle-ci s’écrit ici.",
    variables: {
      campagne: campaign,
      cloture: must(
        "Jour et heure de la clôture, et combien il reste",
        "vendredi 12 décembre 2026 à 18\u00a0h, heure de Paris (dans 7 jours)",
      ),
      dossiers: must(
        "Une ligne par établissement : où il en est, et l’adresse de son dossier",
        "- Lycée d’exemple : brouillon à terminer et à transmettre, https://…/candidatures/exemple",
      ),
    },
    subject: null,
    body: "{{campagne}}\nClôture : {{cloture}}.\n{{dossiers}}",
  },
  "deadline.extended": {
    slug: "delai-prolonge",
    name: "Délai prolongé ou retiré",
    sentWhen:
      "Quand une décision donne plus de temps à un établissement ou à un territoire, ou le reprend.",
    variables: {
      campagne: campaign,
      objet: may("Ce qui change, en quelques mots", "Délai prolongé jusqu’au 15 décembre 2026"),
      decision: must(
        "La décision et sa date",
        "Les organisateurs de la campagne vous accordent un délai pour transmettre votre candidature : vous avez jusqu’au mardi 15 décembre 2026 à 18\u00a0h, heure de Paris.",
      ),
      etablissements: may("Les établissements concernés", "Lycée d’exemple"),
      motif: must("Le motif de la décision", "Panne du réseau de l’établissement."),
      suite: may("Ce qui vaut ensuite, pour un délai retiré", ""),
      lien: link("« Mes candidatures »"),
    },
    subject: "{{objet}} : {{campagne}}",
    body: "Bonjour,\n\n{{decision}}\n\nConcerné : {{etablissements}}.\nMotif : {{motif}}\n{{suite}}\n\nVos candidatures :\n{{lien}}",
  },
  "submission.receipt": {
    slug: "recepisse",
    name: "Récépissé",
    sentWhen: "À chaque transmission : candidature, puis compléments.",
    variables: {
      campagne: campaign,
      candidat: may("L’établissement ou la collectivité qui candidate", "Lycée d’exemple"),
      auteur: may("Qui a transmis", "Camille Exemple"),
      recepisse: must("Numéro de récépissé", "LLN-2026-0001"),
      instant: must(
        "Jour, heure et seconde de la transmission",
        "lundi 1er décembre 2026 à 17\u00a0h\u00a059\u00a0min\u00a058\u00a0s, heure de Paris",
      ),
      score: may(
        "Score et niveau déclarés, si la campagne en calcule",
        "Score déclaré : 72,5 sur 100 (niveau déclaré : 2).",
      ),
      empreinte: must("Empreinte SHA-256 de ce qui est scellé", "9f86d081884c7d65…"),
      suite: must(
        "Ce qui se passe ensuite",
        "Les réponses transmises ne changent plus. L’instruction commence après la clôture.",
      ),
      lien: link("récépissé"),
    },
    subject: "Récépissé {{recepisse}} : {{campagne}}",
    body: "Bonjour,\n\nLa candidature « {{candidat}} » à la campagne « {{campagne}} » a été transmise par {{auteur}}.\n\nNuméro de récépissé : {{recepisse}}\nTransmise le {{instant}}.\n{{score}}\nEmpreinte SHA-256 : {{empreinte}}\n\nLe récépissé, en page et en PDF, se trouve à cette adresse :\n{{lien}}\n\n{{suite}}",
  },
  "completion.asked": {
    slug: "complements-demandes",
    name: "Compléments demandés",
    sentWhen: "Quand l’instruction rouvre des questions d’une candidature transmise.",
    variables: {
      campagne: campaign,
      echeance: must("Dernier jour pour répondre", "lundi 15 décembre 2026"),
      message: may("Le message de qui demande", ""),
      questions: must(
        "Les questions, chacune avec son motif",
        "– 2.1 Projet numérique : la page 2 manque.",
      ),
      lien: link("compléments du dossier"),
    },
    subject: "Compléments demandés : {{campagne}}",
    body: "Bonjour,\n\nL’instruction de votre candidature à la campagne « {{campagne}} » demande des compléments, à transmettre au plus tard le {{echeance}} inclus.\n\n{{message}}\n\nQuestions à compléter :\n{{questions}}\n\nCe qui est demandé et les questions ouvertes se trouvent à cette adresse :\n{{lien}}\n\nLes autres réponses ne changent plus.",
  },
  "completion.changed": {
    slug: "complements-changes",
    name: "Compléments : échéance changée, ou demande annulée",
    sentWhen:
      "Quand l’échéance d’une demande de compléments change, ou que la demande est annulée.",
    variables: {
      campagne: campaign,
      objet: may("Ce qui change, en quelques mots", "Nouvelle échéance de vos compléments"),
      changement: must(
        "Le changement, avec sa date ou son motif",
        "Les compléments demandés sur votre candidature sont désormais à transmettre au plus tard le lundi 22 décembre 2026 inclus.",
      ),
      lien: link("compléments du dossier"),
    },
    subject: "{{objet}} : {{campagne}}",
    body: "Bonjour,\n\n{{changement}}\n\nLe détail se trouve à cette adresse :\n{{lien}}",
  },
  "reopening.decided": {
    slug: "demande-de-modification",
    name: "Demande de modification tranchée",
    sentWhen:
      "Quand l’instruction accepte ou refuse qu’un établissement modifie ce qu’il a transmis.",
    variables: {
      campagne: campaign,
      objet: may("Acceptée ou refusée, en quelques mots", "Candidature ouverte à la modification"),
      demande: may("Ce que l’établissement demandait", "Le nombre de postes est faux."),
      decision: must(
        "La décision, avec sa date ou son motif",
        "L’instruction l’accepte : toutes les questions sont ouvertes jusqu’au lundi 15 décembre 2026 inclus.",
      ),
      lien: link("compléments du dossier"),
    },
    subject: "{{objet}} : {{campagne}}",
    body: "Bonjour,\n\nVous avez demandé à modifier votre candidature à la campagne « {{campagne}} » : {{demande}}\n\n{{decision}}\n\nVotre candidature :\n{{lien}}",
  },
  "application.withdrawn": {
    slug: "candidature-retiree",
    name: "Candidature retirée",
    sentWhen:
      "Quand un établissement retire sa candidature : à ses responsables et à qui l’instruisait.",
    variables: {
      campagne: campaign,
      candidat: may("L’établissement ou la collectivité qui candidate", "Lycée d’exemple"),
      auteur: may("Qui l’a retirée", "Camille Exemple"),
      instant: must(
        "Jour et heure du retrait",
        "lundi 1er décembre 2026 à 10\u00a0h\u00a012, heure de Paris",
      ),
      motif: may("Le motif, s’il est donné", "Motif : une autre année."),
      recepisse: may("Numéro du récépissé de ce qui avait été transmis", "LLN-2026-0001"),
      lien: link("candidature"),
    },
    subject: "Candidature retirée : {{campagne}}",
    body: "Bonjour,\n\nLa candidature « {{candidat}} » à la campagne « {{campagne}} » a été retirée par {{auteur}} le {{instant}}. Elle ne sera pas examinée.\n\n{{motif}}\n\nCe qui avait été transmis (récépissé {{recepisse}}) reste lisible :\n{{lien}}",
  },
  "decision.published": {
    slug: "decision",
    name: "Décision publiée",
    sentWhen: "Quand les décisions de la campagne sont publiées : un courriel par établissement.",
    variables: {
      campagne: campaign,
      etablissement: must("L’établissement, avec son UAI", "« Lycée d’exemple » (UAI 9990001A)"),
      nom: may("Le nom de l’établissement, seul", "Lycée d’exemple"),
      decision: must("La décision", "Décision : niveau 2, valable jusqu’au 31 août 2029."),
      motif: may("Le motif du jury, s’il est donné", "Motif du jury : un projet partagé."),
      actes: must(
        "Les actes des autorités, une ligne chacun",
        "Actes :\n- Rectorat : arrêté n° 2026-12 du 3 juin 2026, signature de Camille Exemple",
      ),
      lien: link("résultats"),
    },
    subject: "{{campagne}} : décision pour {{nom}}",
    body: "Bonjour,\n\nLes décisions de la campagne « {{campagne}} » sont publiées. Voici celle qui concerne {{etablissement}}.\n\n{{decision}}\n{{motif}}\n\n{{actes}}\n\nLes résultats se lisent à cette adresse :\n{{lien}}",
  },
} as const satisfies Readonly<Record<EditableMailKind, EditableMail>>;

/** What one sending gives to each variable of a kind of mail; empty for nothing to say. */
export type TemplateValues<K extends EditableMailKind> = Readonly<
  Record<keyof (typeof catalogue)[K]["variables"], string>
>;

/** The kind of mail that a page's address names; undefined for none. */
export function kindOfSlug(slug: string): EditableMailKind | undefined {
  return (Object.keys(catalogue) as EditableMailKind[]).find(
    (kind) => catalogue[kind].slug === slug,
  );
}
