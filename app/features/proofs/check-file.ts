import type { FileLimits } from "~/domain/questionnaire/types";
import { checkAnnounced, type FileCheck } from "./announced-file";
import { detectFormat } from "./detect-format";

/** What is said of a file once it is there whole: `checkAnnounced`, then: its content is what its name says. */
export function checkFile(
  limits: FileLimits,
  file: {
    readonly name: string;
    readonly size: number;
    readonly head: Uint8Array;
    readonly tail: Uint8Array;
  },
): FileCheck {
  const announced = checkAnnounced(limits, file);
  if (!announced.ok) return announced;
  return detectFormat(file.head, file.tail) === announced.format
    ? announced
    : { ok: false, reason: "wrong-content" };
}
