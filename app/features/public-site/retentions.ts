import { nbsp } from "~/ui/format";

/** One processing of personal data, as the notice tells it. */
export type Retention = {
  readonly purpose: string;
  readonly data: string;
  readonly basis: string;
  readonly duration: string;
};

const publicTask = "Mission d’intérêt public";

/** What is done with personal data, on what basis and for how long. */
export const retentions: readonly Retention[] = [
  {
    purpose: "Ouvrir un compte et se connecter",
    data: "Nom, adresse professionnelle, fonction, empreinte du mot de passe",
    basis: publicTask,
    duration: "Tant que la fonction est exercée, puis un an",
  },
  {
    purpose: "Répondre à une campagne et la transmettre",
    data: "Réponses, preuves, actes, nom de qui répond et de qui signe, nom, fonction et adresse de qui donne l’avis d’une collectivité",
    basis: publicTask,
    duration: `Jusqu’à la fin de validité du label, puis cinq${nbsp}ans`,
  },
  {
    purpose: "Instruire, délibérer et décider",
    data: "Corrections, avis, propositions du jury et leurs motifs",
    basis: publicTask,
    duration: `Cinq${nbsp}ans après la publication`,
  },
  {
    purpose: "Suivre la dotation et le déploiement",
    data: "Quantités par établissement, nom de qui les enregistre",
    basis: publicTask,
    duration: `Cinq${nbsp}ans après l’installation`,
  },
  {
    purpose: "Prévenir par courriel",
    data: "Adresse, objet et texte des messages",
    basis: publicTask,
    duration: "Un an après l’envoi",
  },
  {
    purpose: "Garder la preuve de chaque écriture",
    data: "Qui, quand, sur quel objet, valeurs avant et après",
    basis: "Obligation légale et sécurité",
    duration: `Cinq${nbsp}ans${nbsp}; les valeurs peuvent être effacées sans rompre la preuve`,
  },
];
