import type { ApplicationStatus } from "./vocabulary";

/** Where a sealed document stands: the one in force, or what came after it. */
export type DocumentStanding = "current" | "replaced" | "withdrawn" | "resumed";

/** What a public check of a document may say. */
export type DocumentVerdict = DocumentStanding | "unknown" | "mismatch" | "altered";

/**
 * Where submission `number` of an application stands. One that a later one replaced stays so, whatever
 * became of the application since; the last one falls with a withdrawal, even resumed as a draft.
 */
export function documentStanding(submission: {
  readonly number: number;
  readonly lastNumber: number;
  readonly status: ApplicationStatus;
}): DocumentStanding {
  if (submission.number < submission.lastNumber) return "replaced";
  if (submission.status === "withdrawn") return "withdrawn";
  return submission.status === "draft" ? "resumed" : "current";
}

/** Hexadecimal digits of the seal that a document prints to be typed: 64 bits, not to be guessed. */
export const fingerprintDigits = 16;

/** The beginning of a seal, as the address of the QR code carries it. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, fingerprintDigits);
}

/** The same in groups of four, as it is read and typed. */
export function printedFingerprint(sha256: string): string {
  return shortFingerprint(sha256).replace(/(.{4})(?=.)/g, "$1 ");
}

/** A fingerprint as somebody typed it, without spaces nor case; null when it cannot be one. */
export function readFingerprint(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "").toLowerCase();
  return new RegExp(`^[0-9a-f]{${fingerprintDigits},64}$`).test(digits) ? digits : null;
}

/**
 * What is said to whoever checks a document. Nothing of a submission is told before its fingerprint is
 * right: who holds the document has it, and nobody else.
 */
export function verifyDocument(
  submission:
    | {
        readonly sha256: string;
        /** The stored bytes still give the seal that was written with them. */
        readonly isIntact: boolean;
        readonly number: number;
        readonly lastNumber: number;
        readonly status: ApplicationStatus;
      }
    | undefined,
  fingerprint: string,
): DocumentVerdict {
  if (!submission) return "unknown";
  if (!submission.sha256.startsWith(fingerprint)) return "mismatch";
  return submission.isIntact ? documentStanding(submission) : "altered";
}

/** Whether a verdict says that the document came from here: its school and campaign may then be told. */
export function isAuthentic(verdict: DocumentVerdict): verdict is DocumentStanding {
  return verdict !== "unknown" && verdict !== "mismatch" && verdict !== "altered";
}
