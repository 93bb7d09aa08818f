/** How a paragraph looks; what it says is the same to every reader. */
export type ParagraphLook = "body" | "quiet" | "strong" | "code";

/** One piece of a document, in the order in which it is read. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly look?: ParagraphLook }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      /** Titles of the columns; without them, each row is a term and its value. */
      readonly header?: readonly string[];
      /** The first cell of each row is its title. */
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "qr-code"; readonly address: string; readonly alternative: string }
  | { readonly kind: "link"; readonly address: string; readonly text: string };

/** A document as it is read, without any measure: what a renderer draws, and what a test reads. */
export type DocumentModel = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** ISO 8601, UTC: when what it says was sealed, or read for a draft. */
  readonly createdAt: string;
  /** At the foot of every page, before its number. */
  readonly footer: string;
  readonly blocks: readonly Block[];
};
