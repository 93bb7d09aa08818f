import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fontRuns } from "~/features/receipt/receipt-fonts.server";
import { receiptPdf } from "~/features/receipt/receipt-pdf.server";
import type { ReceiptView } from "~/features/receipt/receipt-view.server";

const view: ReceiptView = {
  id: "0b0f7c1e-0000-4000-8000-000000000001",
  receiptNumber: "ESSAI-2026-0001",
  campaign: "Campagne « Élan d’Occitanie »",
  submittedAt: "2026-11-20T13:14:15.000Z",
  submitter: "Zoë Şahin, adjointe",
  schools: [{ uai: "9990012A", name: "Lycée Œdipe-à-l’œuvre — 1\u202f374\u202f238\u00a0€" }],
  score: 65.1,
  levelTitle: "Niveau 2",
  axes: [{ title: "Pilotage", score: null }],
  answerCount: 62,
  proofs: [{ name: "délibération.pdf", sha256: "ab".repeat(32) }],
  sha256: "01".repeat(32),
  isIntact: true,
  partners: ["Académie d’essai", "Région d’essai"],
  takenBack: null,
};

/** Every stream of a PDF, inflated where it is compressed. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return body;
    }
  });
}

/** The characters that the embedded fonts say they draw: a glyph that is missing says none. */
function drawnCharacters(pdf: Buffer): Set<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes("begincmap"));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/<([0-9a-f]{4,})>/gi)].map(([, code = ""]) => Number.parseInt(code, 16)),
  );
  return new Set(
    codes.filter((code) => code <= 0x10ffff).map((code) => String.fromCodePoint(code)),
  );
}

describe("the receipt as a PDF", () => {
  it("embeds every font that it uses", async () => {
    const text = (await receiptPdf(view)).toString("latin1");
    const families = [...text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
    expect(families.length).toBeGreaterThan(0);
    for (const family of families) expect(family).toMatch(/^[A-Z]{6}\+SourceSans3-/);
    expect(text.match(/\/FontFile\d?/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it("draws the letters and signs of French, and those of other Latin names", async () => {
    const drawn = drawnCharacters(await receiptPdf(view));
    for (const letter of "Œœ’«»—€ÉéëàŞ") expect(drawn).toContain(letter);
  });

  it("is tagged, titled and in French, and depends on the submission alone", async () => {
    const pdf = await receiptPdf(view);
    const text = pdf.toString("latin1");
    for (const mark of [
      "/Lang (fr-FR)",
      "/StructTreeRoot",
      "/Marked true",
      "/DisplayDocTitle true",
    ])
      expect(text).toContain(mark);
    expect(await receiptPdf(view)).toEqual(pdf);
  });
});

describe("runs of a text by font file", () => {
  it.each([
    ["Élève : 22,5\u00a0%", [{ script: "french", text: "Élève : 22,5\u00a0%" }]],
    [
      "Şahin",
      [
        { script: "extended", text: "Ş" },
        { script: "french", text: "ahin" },
      ],
    ],
    ["1\u202f374\u202f238", [{ script: "french", text: "1\u00a0374\u00a0238" }]],
    ["e\u0301cole", [{ script: "french", text: "école" }]],
    ["Nguyễn", [{ script: "french", text: "Nguyen" }]],
    ["校", [{ script: "french", text: "?" }]],
    ["", []],
  ])("cuts « %s »", (text, runs) => {
    expect(fontRuns(text)).toEqual(runs);
  });
});
