import type { IndicatorUnit } from "../../../app/domain/indicator/vocabulary";

/** An indicator as it is seeded: its code is what files of observations name it by. */
export type IndicatorDefinition = {
  readonly code: string;
  readonly label: string;
  readonly unit: IndicatorUnit;
  /** Which schools or people it is about. */
  readonly perimeter: string;
  /** How the figure is made, in one or two sentences. */
  readonly definition: string;
};

const define = (
  code: string,
  unit: IndicatorUnit,
  label: string,
  perimeter: string,
  definition: string,
): IndicatorDefinition => ({ code, label, unit, perimeter, definition });

/** The indicators for which figures may be imported. Add one here, then import its observations. */
export const indicatorDefinitions: readonly IndicatorDefinition[] = [
  define(
    "ecoles-ent",
    "percent",
    "Écoles disposant d’un ENT",
    "Écoles",
    "Écoles dont les élèves et les familles ont accès à un espace numérique de travail, divisées par les écoles du territoire.",
  ),
  define(
    "colleges-classes-mobiles",
    "percent",
    "Collèges avec chariot de tablettes",
    "Collèges",
    "Collèges dotés d’au moins un chariot de quinze tablettes, divisés par les collèges du territoire.",
  ),
  define(
    "ecoles-classes-mobiles",
    "percent",
    "Écoles avec chariot de tablettes",
    "Écoles",
    "Écoles dotées d’au moins un chariot de quinze tablettes, divisées par les écoles du territoire.",
  ),
  define(
    "ecoles-enir-prevues",
    "count",
    "Écoles de l’appel à projets ENIR",
    "Écoles de communes rurales",
    "Écoles retenues et à équiper au titre de l’appel à projets « écoles numériques innovantes et ruralité ». Elles ne comptent pas parmi les écoles déjà équipées.",
  ),
  define(
    "second-degre-ent",
    "percent",
    "Collèges et lycées disposant d’un ENT",
    "Collèges et lycées",
    "Collèges et lycées disposant d’un espace numérique de travail, divisés par ceux du territoire.",
  ),
  define(
    "chariots-par-college",
    "count",
    "Chariots de tablettes par collège",
    "Collèges",
    "Nombre moyen de chariots de quinze tablettes par collège, tel que publié.",
  ),
  define(
    "chariots-par-ecole",
    "count",
    "Chariots de tablettes par école",
    "Écoles",
    "Nombre moyen de chariots de quinze tablettes par école, tel que publié.",
  ),
  define(
    "aap-enseignants-ecoles",
    "count",
    "Enseignants d’école équipés par appel à projets",
    "Écoles",
    "Enseignants des écoles équipés par les appels à projets.",
  ),
  define(
    "aap-eleves-ecoles",
    "count",
    "Élèves d’école équipés par appel à projets",
    "Écoles",
    "Élèves des écoles équipés par les appels à projets.",
  ),
  define(
    "aap-enseignants-colleges",
    "count",
    "Enseignants de collège équipés par appel à projets",
    "Collèges",
    "Enseignants des collèges équipés par les appels à projets.",
  ),
  define(
    "aap-eleves-colleges",
    "count",
    "Élèves de collège équipés par appel à projets",
    "Collèges",
    "Élèves des collèges équipés par les appels à projets.",
  ),
  define(
    "ecoles-equipees-detr",
    "percent",
    "Écoles équipées avec l’aide de la DETR",
    "Écoles",
    "Écoles équipées grâce à la dotation d’équipement des territoires ruraux, divisées par les écoles du territoire.",
  ),
  define(
    "ecoles-equipees",
    "percent",
    "Écoles équipées, tous dispositifs",
    "Écoles",
    "Écoles équipées grâce à la dotation d’équipement des territoires ruraux ou au premier appel à projets, divisées par les écoles du territoire. Celles de l’appel à projets ENIR, prévues, n’en font pas partie.",
  ),
  define(
    "enseignants-edutheque",
    "percent",
    "Enseignants inscrits à Éduthèque",
    "Enseignants",
    "Enseignants inscrits à Éduthèque, divisés par les enseignants du territoire.",
  ),
  define(
    "subventions-ressources-ecoles",
    "percent",
    "Subventions de ressources utilisées par les écoles",
    "Écoles",
    "Part utilisée des subventions reçues par les écoles pour acheter des ressources numériques.",
  ),
  define(
    "subventions-ressources-colleges",
    "percent",
    "Subventions de ressources utilisées par les collèges",
    "Collèges",
    "Part utilisée des subventions reçues par les collèges pour acheter des ressources numériques.",
  ),
  define(
    "formation-journees",
    "days",
    "Journées de formation au numérique",
    "Enseignants du second degré",
    "Journées-stagiaires de formation au numérique suivies par les enseignants du second degré.",
  ),
  define(
    "formation-second-degre",
    "percent",
    "Enseignants du second degré formés au numérique",
    "Enseignants du second degré",
    "Enseignants ayant suivi une formation au numérique, divisés par les enseignants du second degré.",
  ),
  define(
    "magistere-premier-degre",
    "percent",
    "Enseignants du premier degré sur M@gistère",
    "Enseignants du premier degré",
    "Enseignants ayant suivi un parcours M@gistère, divisés par les enseignants du premier degré.",
  ),
  define(
    "magistere-second-degre",
    "percent",
    "Enseignants du second degré sur M@gistère",
    "Enseignants du second degré",
    "Enseignants ayant suivi un parcours M@gistère, divisés par les enseignants du second degré.",
  ),
  define(
    "label-lycees-premiere-session",
    "count",
    "Lycées de la première session commune du label",
    "Lycées",
    "Lycées de la première session du label menée par les deux académies ensemble.",
  ),
  define(
    "label-eleves-premiere-session",
    "count",
    "Élèves des lycées de la première session commune",
    "Lycées",
    "Élèves des lycées de la première session commune, en nombre arrondi tel que publié.",
  ),
  define(
    "label-lycees-publics",
    "percent",
    "Lycées publics labellisés (publié)",
    "Lycées publics",
    "Lycées publics portant le label, divisés par les lycées publics du territoire, tels que publiés.",
  ),
  define(
    "label-lycees",
    "percent",
    "Lycées labellisés (publié)",
    "Lycées",
    "Lycées portant le label, divisés par les lycées du territoire, tels que publiés.",
  ),
];
