import { describe, expect, it } from "vitest";
import type { Block, DocumentModel } from "~/features/documents/document-model";
import { fontRuns, isFullyDrawn } from "~/features/documents/fonts.server";
import { receiptDocument } from "~/features/documents/receipt-document";
import { renderPdf } from "~/features/documents/render-pdf.server";
import type { Receipt } from "~/features/receipt/receipt-view.server";
import { bytesOf, readPdf } from "~tests/support/read-pdf";

const receipt: Receipt = {
  receiptNumber: "ESSAI-2026-0001",
  campaign: "Campagne « Élan & <avenir> d’Occitanie »",
  submittedAt: "2026-11-20T13:14:15.000Z",
  submitter: "Zoë Şahin, adjointe",
  schools: [{ uai: "9990012A", name: "Lycée Œdipe-à-l’œuvre — 1\u202f374\u202f238\u00a0€" }],
  score: 65.1,
  levelTitle: "Niveau 2",
  axes: [{ title: "Pilotage", score: null }],
  answerCount: 62,
  proofs: [{ name: "délibération.pdf", sha256: "ab".repeat(32) }],
  sha256: "01".repeat(32),
  partners: ["Académie d’essai", "Région d’essai"],
  verifyAt: "https://essai.example/verifier/ESSAI-2026-0001?e=0101010101010101",
};

const rendered = async (model: DocumentModel) => bytesOf(await renderPdf(model));
const modelOf = (...blocks: Block[]): DocumentModel => ({
  title: "Essai",
  subject: "Essai",
  author: "Essai",
  createdAt: "2026-11-20T13:14:15.000Z",
  footer: "Pied de page",
  blocks,
});
const readModel = async (...blocks: Block[]) => readPdf(await rendered(modelOf(...blocks)));

/** The right margin of the page, in points. */
const rightMargin = 595.28 - 56 + 0.5;

describe("the receipt as a PDF", () => {
  it("is tagged, titled, in French, and says that it follows PDF/UA", async () => {
    const bytes = await rendered(receiptDocument(receipt));
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({
      title: "Récépissé ESSAI-2026-0001",
      language: "fr-FR",
      isMarked: true,
      pageCount: 1,
    });
    const text = bytes.toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("/DisplayDocTitle true");
    expect(text.match(/\/Tabs \/S/g)).toHaveLength(1);
    expect(pdf.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("keeps its metadata readable whatever the campaign is called", async () => {
    const { xmp } = await readPdf(await rendered(receiptDocument(receipt)));
    expect(xmp).toContain("Élan &amp; &lt;avenir&gt; d’Occitanie");
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)/);
  });

  it("is read in order: headings, terms with their values, the seal, the code and its link", async () => {
    const { nodes, roles, links } = await readPdf(await rendered(receiptDocument(receipt)));
    const said = nodes.map(({ role, text }) => `${role} ${text.trim()}`.trim());
    expect(said.slice(0, 4)).toEqual([
      "P Académie d’essai · Région d’essai",
      "H1 Récépissé ESSAI-2026-0001",
      "TH Numéro de récépissé",
      "TD ESSAI-2026-0001",
    ]);
    expect(said.filter((line) => /^H\d/.test(line))).toEqual([
      "H1 Récépissé ESSAI-2026-0001",
      "H2 Scores déclarés par axe",
      "H2 Preuves jointes",
      "H2 Vérifier ce document",
      "H3 Empreinte SHA-256 de la candidature",
    ]);
    for (const role of ["Table", "TR", "L", "LI", "Lbl", "LBody", "Figure", "Link"]) {
      expect(roles, role).toContain(role);
    }
    expect(said).toContain(`P ${receipt.sha256}`);
    expect(nodes.find(({ role }) => role === "Figure")?.alt).toContain(receipt.verifyAt);
    expect(links).toEqual([receipt.verifyAt]);
  });

  it("embeds every font that it uses", async () => {
    const text = (await rendered(receiptDocument(receipt))).toString("latin1");
    const families = [...text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
    expect(families.length).toBeGreaterThan(0);
    for (const family of families) expect(family).toMatch(/^[A-Z]{6}\+SourceSans3-/);
    expect(text.match(/\/FontFile\d? \d/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it("gives back the letters and signs of French, and those of other names", async () => {
    const { text } = await readPdf(await rendered(receiptDocument(receipt)));
    for (const words of ["Œdipe-à-l’œuvre —", "Zoë Şahin", "« Élan & <avenir> d’Occitanie »"]) {
      expect(text.replaceAll("\u00a0", " ")).toContain(words);
    }
  });

  it("depends on the submission alone", async () => {
    expect(await rendered(receiptDocument(receipt))).toEqual(
      await rendered(receiptDocument(receipt)),
    );
  });
});

describe("a layout that holds", () => {
  it("breaks a word that no line holds, and loses none of it", async () => {
    const word = "abcdefghij".repeat(30);
    const pdf = await readModel(
      { kind: "heading", level: 1, text: word },
      { kind: "paragraph", text: word },
      { kind: "list", items: [word] },
      { kind: "table", header: ["A", "B", word], rows: [["a", "b", word]] },
    );
    expect(pdf.rightEdge).toBeLessThanOrEqual(rightMargin);
    const bodies = pdf.nodes.filter(({ text }) => text.length > 10);
    expect(bodies).toHaveLength(5);
    for (const { text } of bodies) expect(text.trim()).toBe(word);
  });

  it("carries a long answer, a list and a table over pages, as one element each", async () => {
    const sentence = "Une réponse longue, qui raconte tout le projet. ";
    const pdf = await readModel(
      { kind: "heading", level: 1, text: "Candidature" },
      { kind: "paragraph", text: sentence.repeat(400).trim() },
      { kind: "list", items: [sentence.repeat(200).trim(), "Fin de liste"] },
      { kind: "table", rows: [["Terme", sentence.repeat(150).trim()]] },
      { kind: "paragraph", text: "Fin" },
    );
    expect(pdf.pageCount).toBeGreaterThan(4);
    expect(pdf.rightEdge).toBeLessThanOrEqual(rightMargin);
    // A reader of text alone takes the end of a line for a space, or for nothing.
    const written = pdf.text.replace(/Pied de page · Page\s\d+/g, "").replace(/\s+/g, "");
    expect(written.split(sentence.replace(/\s+/g, ""))).toHaveLength(400 + 200 + 150 + 1);
    expect(pdf.nodes.at(-1)).toEqual({ role: "P", text: "Fin" });
    expect(pdf.nodes.some(({ text }) => text.includes("Pied de page"))).toBe(false);
  });

  it("never leaves a heading at the foot of a page", async () => {
    const filler = Array.from({ length: 60 }, (_, line) => `Ligne ${line}`);
    for (let lines = 30; lines < 60; lines += 1) {
      const pdf = await readModel(
        { kind: "paragraph", text: filler.slice(0, lines).join("\n") },
        { kind: "heading", level: 2, text: "Titre" },
        { kind: "paragraph", text: "Suite" },
      );
      const pages = pdf.text.split("\n");
      expect(pages.findIndex((page) => page.includes("Titre"))).toBe(
        pages.findIndex((page) => page.includes("Suite")),
      );
    }
  });

  it("says in words what no font draws, and draws a box in its place", async () => {
    const bytes = await rendered(modelOf({ kind: "paragraph", text: "Projet 😀 de 校長" }));
    const said = [...bytes.toString("latin1").matchAll(/\/ActualText \(([\s\S]*?)\)\n/g)];
    expect(said).toHaveLength(1);
    const [, raw = ""] = said[0] ?? [];
    const utf16 = Buffer.from(raw, "latin1").subarray(2).swap16().toString("utf16le");
    expect(utf16).toBe("Projet 😀 de 校長");
    expect((await readPdf(bytes)).text).toContain("Projet");
  });

  it("takes texts that hold nothing to draw, or no valid character", async () => {
    const pdf = await readModel(
      { kind: "paragraph", text: "" },
      { kind: "paragraph", text: "\u200b\u0000\ud800" },
      { kind: "list", items: ["", "\n\n"] },
      { kind: "table", rows: [["", ""]] },
    );
    expect(pdf.pageCount).toBe(1);
  });
});

describe("runs of a text by font file", () => {
  it.each([
    ["Élève : 22,5\u00a0%", [{ script: "latin", text: "Élève : 22,5\u00a0%" }]],
    [
      "Şahin",
      [
        { script: "latin-ext", text: "Ş" },
        { script: "latin", text: "ahin" },
      ],
    ],
    ["1\u202f374\u202f238", [{ script: "latin", text: "1\u00a0374\u00a0238" }]],
    ["e\u0301cole", [{ script: "latin", text: "école" }]],
    [
      "Nguyễn",
      [
        { script: "latin", text: "Nguy" },
        { script: "vietnamese", text: "ễ" },
        { script: "latin", text: "n" },
      ],
    ],
    ["Привет", [{ script: "cyrillic", text: "Привет" }]],
    ["校", [{ script: "none", text: "校" }]],
    ["👩‍👩‍👧", [{ script: "none", text: "👩‍👩‍👧" }]],
    ["e\u20dd", [{ script: "latin", text: "e" }]],
    ["", []],
  ])("cuts « %s »", (text, runs) => {
    expect(fontRuns(text)).toEqual(runs);
  });

  it("knows what is drawn as it is written", () => {
    expect(isFullyDrawn("Nguyễn, à l’école")).toBe(true);
    expect(isFullyDrawn("校")).toBe(false);
    expect(isFullyDrawn("e\u20dd")).toBe(false);
  });
});
