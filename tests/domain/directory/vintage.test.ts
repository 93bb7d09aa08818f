import { expect, it } from "vitest";
import { type FileDates, vintageWarning } from "~/domain/directory/vintage";

const file = (dates: Partial<FileDates>): FileDates => ({
  updatedOn: null,
  openedOn: null,
  rows: 100,
  ...dates,
});

it.each<[title: string, file: Partial<FileDates>, knownOn: string | null, value: string | null]>([
  ["nothing known yet", { updatedOn: "2019-01-01" }, null, null],
  ["the same vintage", { updatedOn: "2024-11-26" }, "2024-11-26", null],
  ["a newer one", { updatedOn: "2024-11-27" }, "2024-11-26", null],
  ["an older one by a day", { updatedOn: "2024-11-25" }, "2024-11-26", "2024-11-25"],
  [
    "an older one, whatever its openings",
    { updatedOn: "2020-01-01", openedOn: "2025-09-01" },
    "2024-11-26",
    "2020-01-01",
  ],
  ["no date at all", {}, "2024-11-26", null],
  ["an opening a year and a half ago", { openedOn: "2023-05-28" }, "2024-11-26", null],
  ["one more day", { openedOn: "2023-05-27" }, "2024-11-26", "2023-05-27"],
  ["too few rows to tell", { openedOn: "1965-09-15", rows: 99 }, "2024-11-26", null],
])("%s", (_title, dates, knownOn, value) => {
  const warning = vintageWarning(file(dates), knownOn, "date_maj_ligne");
  expect(warning?.value ?? null).toBe(value);
  if (warning) expect(warning.message).toMatch(/^Ce fichier .+ \d\d\/\d\d\/\d{4}.+\.$/);
});
