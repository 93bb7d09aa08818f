/** A form of these pages that was refused, with what was typed in it. */
export type RefusedMessage = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: string;
};
