import { z } from "zod";
import {
  contractKinds,
  educationPriorities,
  ministries,
  pupilLevels,
  schoolKinds,
  schoolSectors,
} from "../campaign/vocabulary";

/** A head-count is a number, or a number with the source and the date it comes from. */
const headcountSchema = z.union([
  z.int().min(0),
  z.strictObject({
    value: z.int().min(0),
    source: z.string(),
    observedOn: z.string().optional(),
  }),
]);
export type Headcount = z.infer<typeof headcountSchema>;

/**
 * What is known of a school (or of the commune that applies for its écoles) when an application is
 * evaluated. Every fact may be missing: a missing fact is a typed absence, never zero.
 */
export const schoolFactsSchema = z.strictObject({
  uai: z.string().optional(),
  name: z.string().optional(),
  kind: z.enum(schoolKinds).optional(),
  nature: z.string().optional(),
  sector: z.enum(schoolSectors).optional(),
  ministry: z.enum(ministries).optional(),
  contract: z.enum(contractKinds).optional(),
  open: z.boolean().optional(),
  departement: z.string().optional(),
  academie: z.string().optional(),
  regionAcademique: z.string().optional(),
  commune: z.string().optional(),
  communePopulation: z.int().min(0).optional(),
  urbanUnitPopulation: z.int().min(0).optional(),
  epci: z.string().optional(),
  educationPriority: z.enum(educationPriorities).optional(),
  boarding: z.boolean().optional(),
  vocational: z.boolean().optional(),
  pupils: z.partialRecord(z.enum(pupilLevels), headcountSchema).optional(),
});
export type SchoolFacts = z.infer<typeof schoolFactsSchema>;
