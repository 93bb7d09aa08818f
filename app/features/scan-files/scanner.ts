import type { Readable } from "node:stream";
import type { ScanVerdict } from "~/domain/proof/scan";

/** An antivirus that reads contents as they come. */
export type Scanner = {
  /**
   * Reads a content whole and says what it found.
   * @throws Error in French when the antivirus is away, slow or faulty, or would not read it whole: nothing
   * is then known of the content.
   */
  scan(content: Readable): Promise<ScanVerdict>;
};
