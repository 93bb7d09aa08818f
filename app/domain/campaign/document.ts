import { z } from "zod";
import { expressionSchema } from "../expression/schema";
import { actKinds } from "../jury/vocabulary";
import { axisSchema, criterionSchema, levelSchema } from "../maturity/schema";
import { idSchema, questionnaireSchema } from "../questionnaire/schema";
import {
  applicantRoles,
  applicationCovers,
  campaignKinds,
  contractKinds,
  coSignatoryRoles,
  formalNeeds,
  ministries,
  partnerKinds,
  pupilLevels,
  schoolKinds,
  schoolSectors,
} from "./vocabulary";

const text = z.string().trim().min(1, "texte attendu, ce champ est vide");
const cents = z.int().min(0);
const codes = z.array(z.string().min(1)).min(1, "indiquez au moins un code, ou retirez ce champ");

/** Local date and time of Europe/Paris, to the second: "2026-03-27T18:00:00". */
export const localInstantSchema = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
    "date et heure de Paris attendues, comme 2026-03-27T18:00:00",
  );

const partnerSchema = z.strictObject({
  id: idSchema,
  name: text,
  subtitle: text.optional(),
  kind: z.enum(partnerKinds),
  /** Code of the territory: région, académie, département, EPCI or commune, by kind. */
  territory: z.string().min(1).optional(),
});

/** Joint controllers of personal data (article 26 of the RGPD), each with its data-protection officer. */
const controllerSchema = z.strictObject({
  name: text,
  role: text.optional(),
  dpo: z.strictObject({ name: text.optional(), email: z.email("adresse électronique attendue") }),
});

const decidingAuthoritySchema = z.strictObject({
  id: idSchema,
  title: text,
  actKinds: z.array(z.enum(actKinds)).min(1),
  /** Schools that this authority decides upon; everything when left out. */
  appliesTo: z
    .strictObject({
      ministries: z.array(z.enum(ministries)).min(1).optional(),
      academies: codes.optional(),
    })
    .default({}),
});

const applicantsSchema = z.strictObject({
  /** Legal applicants: those who may sign and submit. */
  roles: z.array(z.enum(applicantRoles)).min(1, "indiquez qui peut signer et transmettre"),
  coSignatories: z
    .array(
      z.strictObject({
        role: z.enum(coSignatoryRoles),
        required: z.boolean().default(true),
        /** One signature for the application, or one for each school it covers. */
        per: z.enum(["application", "school"]).default("application"),
      }),
    )
    .default([]),
  covers: z.enum(applicationCovers).default("one-school"),
});

/** Schools that may apply: every list that is given must hold the school's value. */
export const perimeterSchema = z.strictObject({
  kinds: z.array(z.enum(schoolKinds)).min(1, "indiquez au moins un type d’établissement"),
  natures: codes.optional(),
  sectors: z.array(z.enum(schoolSectors)).min(1).optional(),
  ministries: z.array(z.enum(ministries)).min(1).optional(),
  contracts: z.array(z.enum(contractKinds)).min(1).optional(),
  departements: codes.optional(),
  academies: codes.optional(),
  regionsAcademiques: codes.optional(),
  openOnly: z.boolean().default(true),
  /** Inhabitants, inclusive. A commune whose population is not known is out. */
  maxCommunePopulation: z.int().min(1).optional(),
  maxUrbanUnitPopulation: z.int().min(1).optional(),
  /** A further condition over facts known of the school; an absent value refuses. */
  when: expressionSchema.optional(),
});

export const calendarSchema = z.strictObject({
  opensAt: localInstantSchema,
  /** Inclusive: 18:00:00 accepts until 18:00:00.999. */
  closesAt: localInstantSchema,
  examinationEndsAt: localInstantSchema.optional(),
  juryAt: localInstantSchema.optional(),
  publishesAt: localInstantSchema.optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;

const daySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "jour attendu, comme 2026-06-30");
const dueDaysSchema = z.int().min(1).max(365);

/**
 * The act of the board or council, and the opinion of the owning collectivité. Each comes before the
 * submission, unless it is given some days after it, or until a day.
 */
export const formalActsSchema = z.strictObject({
  deliberation: z.enum(formalNeeds).default("none"),
  /** Days after the submission, that day included, or a day of Paris: one of the two at most. */
  deliberationDueDays: dueDaysSchema.optional(),
  deliberationDueOn: daySchema.optional(),
  /** A session held before the campaign opened does not count. */
  sessionAfterOpening: z.boolean().default(false),
  endorsement: z.enum(formalNeeds).default("none"),
  endorsementDueDays: dueDaysSchema.optional(),
  endorsementDueOn: daySchema.optional(),
});
export type FormalActs = z.infer<typeof formalActsSchema>;

const entitlementSchema = z.strictObject({
  id: idSchema,
  label: text,
  /** Levels that give the right, e.g. [1, 2, 3]. */
  levels: z.array(z.int().min(1).max(3)).min(1),
  unit: text,
  /** What the quantity follows: a head-count, or one per school. */
  per: z.enum([...pupilLevels.map((level) => `pupils.${level}` as const), "school"]),
  quantity: z.int().min(1).default(1),
  unitPriceCents: cents,
  envelopeCents: cents,
});
export type Entitlement = z.infer<typeof entitlementSchema>;

/** One campaign, as one JSON document. Published as JSON Schema by `jalons -- schema campaign`. */
export const campaignDocumentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "minuscules, chiffres et tirets attendus")
    .max(80),
  title: text,
  /** Short label of the edition: "2026" or "2025-2026". */
  edition: text,
  kind: z.enum(campaignKinds),
  summary: text.optional(),
  partners: z.array(partnerSchema).min(1, "indiquez au moins un partenaire"),
  controllers: z.array(controllerSchema).min(1, "indiquez les responsables de traitement"),
  decidingAuthorities: z.array(decidingAuthoritySchema).default([]),
  applicants: applicantsSchema,
  perimeter: perimeterSchema,
  calendar: calendarSchema,
  /** Page shown before the form: what to have at hand and how long it takes. */
  preparation: z
    .strictObject({ documents: z.array(text).default([]), minutes: z.int().min(1) })
    .optional(),
  /** Sentence signed on honour when submitting. */
  declaration: text.optional(),
  /** Left out: neither act nor opinion is asked. */
  formalActs: formalActsSchema.optional(),
  questionnaire: questionnaireSchema,
  axes: z.array(axisSchema).default([]),
  scoringGrid: z.array(criterionSchema).default([]),
  levels: z.array(levelSchema).default([]),
  entitlements: z.array(entitlementSchema).default([]),
  labelValidityYears: z.int().min(1).max(10).optional(),
});
export type CampaignDocument = z.infer<typeof campaignDocumentSchema>;
export type Perimeter = CampaignDocument["perimeter"];
export type Applicants = CampaignDocument["applicants"];
