/** A form of the examiner's page that came back: why by field, and what was typed. */
export type RefusedCompletion = {
  readonly intent: "demander" | "prolonger" | "annuler";
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, readonly string[]>>;
};
