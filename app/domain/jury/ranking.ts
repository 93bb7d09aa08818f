import { type BandedFile, bandOf, bandsOf, type JuryBand } from "./bands";
import type { DecisionScale } from "./vocabulary";

export type RankedFile = BandedFile & { readonly name: string; readonly uai: string };

const collator = new Intl.Collator("fr");

/**
 * Files in the order of the jury: examined score, highest first, then level, then name, then UAI,
 * so that two runs give one order. A file without a score comes last.
 */
export function rankForJury<File extends RankedFile>(files: readonly File[]): File[] {
  return [...files].sort(
    (a, b) =>
      (b.score ?? Number.NEGATIVE_INFINITY) - (a.score ?? Number.NEGATIVE_INFINITY) ||
      b.level - a.level ||
      collator.compare(a.name, b.name) ||
      (a.uai < b.uai ? -1 : a.uai > b.uai ? 1 : 0),
  );
}

export type Band<File> = {
  readonly band: JuryBand;
  readonly files: readonly (File & { readonly rank: number })[];
};

/**
 * The bands of the session, each in rank order. Ranks run over the whole session, from 1, in the order in
 * which the bands are read.
 */
export function splitInBands<File extends RankedFile>(
  files: readonly File[],
  thresholds: readonly number[],
  scale: DecisionScale = "levels",
): Band<File>[] {
  const ranked = rankForJury(files);
  let rank = 0;
  return bandsOf(scale).map((band) => ({
    band,
    files: ranked
      .filter((file) => bandOf(file, thresholds, scale) === band)
      .map((file) => {
        rank += 1;
        return { ...file, rank };
      }),
  }));
}
