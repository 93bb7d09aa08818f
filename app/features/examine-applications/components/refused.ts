/** A form of the file page that was refused: its messages, and everything that was typed. */
export type Refused = {
  readonly intent: string;
  /** Message by field id; `form` for the whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, readonly string[]>>;
};
