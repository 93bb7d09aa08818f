/** A form of the page that came back refused: which one, why, and everything typed. */
export type RefusedForm = {
  readonly intent: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
};
