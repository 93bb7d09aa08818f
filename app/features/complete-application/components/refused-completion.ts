import type { RequestIntent, SchoolIntent } from "../schemas";

/** A form of the examiner's page that came back: why by field, and what was typed. */
export type RefusedCompletion = {
  readonly intent: RequestIntent;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

/** A form of the school's page that came back. */
export type RefusedSchoolForm = {
  readonly intent: SchoolIntent;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
};
