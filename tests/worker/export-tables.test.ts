import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { FileStore } from "~/features/proofs/file-store";
import { saveCorrection } from "~db/repositories/corrections.server";
import { setScan } from "~db/repositories/file-contents.server";
import { useTestDatabase } from "~tests/support/database";
import { useExports } from "~tests/support/export-runner";
import { entriesOf } from "~tests/support/zip-entries";

const db = useTestDatabase();
const { ask, run, rowOf, contentOf, made, list, stores } = useExports(db);

describe("the tables of an export", () => {
  it("is a CSV without a live formula, one line an application", async () => {
    const text = (await made("csv")).toString("utf8");
    expect(text.startsWith("\uFEFFUAI;Établissement;")).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""https://exemple.fr"")"`);
    expect(text).not.toMatch(/[;\n"]=/);
  });

  it("is an XLSX with typed cells", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await made("xlsx")) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    const titles = (sheet?.getRow(1).values ?? []) as string[];
    const cell = (row: number, title: string) => sheet?.getRow(row).getCell(titles.indexOf(title));
    expect(sheet?.rowCount).toBe(4);
    expect(cell(2, "Score déclaré")?.value).toBe(100);
    expect(cell(2, "1.1 Un projet numérique est-il écrit ?")?.value).toBe(true);
    expect(cell(2, "Transmise le (heure de Paris)")?.value).toBeInstanceOf(Date);
    const rows = [2, 3, 4].map((row) => cell(row, "1.2 Quel est son titre ?"));
    expect(rows.map((found) => found?.value)).toContain('\'=HYPERLINK("https://exemple.fr")');
    for (const found of rows) expect(found?.formula).toBeUndefined();
  });

  it("is an ODS whose media type comes first and as it is", async () => {
    const bytes = await made("ods");
    expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
    const xml = entriesOf(bytes).get("content.xml")?.toString("utf8") ?? "";
    expect(xml.match(/<table:table-row>/g)).toHaveLength(4);
    expect(xml).toContain('office:value-type="float" office:value="100"');
    expect(xml).toContain('office:value-type="boolean" office:boolean-value="true"');
    expect(xml).toMatch(/office:date-value="\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}"/);
    expect(xml).not.toContain("table:formula");
    expect(xml.trimEnd().endsWith("</office:document-content>")).toBe(true);
  });

  it("keeps the filter of the list, and shows what an examiner retained", async () => {
    const [file] = list().files;
    await db.committed(({ tx }) =>
      saveCorrection(
        tx,
        {
          applicationId: file?.applicationId ?? "",
          questionId: "ent",
          retainedValue: false,
          reason: "Essai",
          correctedBy: list().officer.personId,
          correctedAt: new Date(),
        },
        0,
      ),
    );
    const [head = "", ...lines] = (await made("csv", { q: file?.uai }))
      .toString("utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(1);
    const titles = head.split(";");
    const cells = (lines[0] ?? "").split(";");
    const at = (title: string) => cells[titles.indexOf(title)];
    expect(at("2.1 L’ENT est-il ouvert aux familles ?")).toBe("Oui");
    expect(at("2.1 L’ENT est-il ouvert aux familles ? – valeur retenue")).toBe("Non");
    expect(at("Questions corrigées par l’instruction")).toBe("2.1");
  });
});

describe("the files of an export", () => {
  it("is tried again when their store does not answer, never ready without them", async () => {
    const id = await ask("zip", { statut: "recue" });
    const away: FileStore = {
      ...stores().files,
      read: async () => ({ ok: false, reason: "unreadable" }),
    };
    await expect(run(id, { files: away })).rejects.toThrow("illisible");
    expect((await rowOf(id)).state).not.toBe("ready");
  });

  const sha256 = "0".repeat(64);
  const present = async (content = "%PDF-1.7 projet") => ({
    files: {
      ...stores().files,
      read: async () => ({
        ok: true as const,
        size: Buffer.byteLength(content),
        stream: new Blob([content]).stream(),
      }),
    },
  });

  it("is a tree by département, school and question, with its summary", async () => {
    const id = await ask("zip");
    await run(id, await present());
    const entries = entriesOf(await contentOf(id));
    const names = [...entries.keys()];
    expect(names.filter((name) => name.endsWith("/projet.pdf"))).toHaveLength(3);
    expect(names[0]).toMatch(/^\d+ [^/]+\/\d{7}[A-Z] [^/]+\/1\.3 Joignez le projet\/projet\.pdf$/);
    expect(entries.get(names[0] ?? "")?.toString()).toBe("%PDF-1.7 projet");
    expect(entries.get("sommaire.csv")?.toString()).toContain("Dans l’archive");
  });

  it("leaves out what the antivirus holds back or the store lost, and says so", async () => {
    const lost = await ask("zip", { q: list().files[1]?.uai });
    await run(lost);
    expect(
      entriesOf(await contentOf(lost))
        .get("sommaire.csv")
        ?.toString(),
    ).toContain("introuvable dans le stockage");
    await db.committed(({ tx }) => setScan(tx, sha256, { scan: "waiting" }));
    const id = await ask("zip", { q: list().files[2]?.uai });
    await run(id, await present());
    await db.committed(({ tx }) => setScan(tx, sha256, { scan: "unscanned" }));
    const entries = entriesOf(await contentOf(id));
    expect([...entries.keys()]).toEqual(["sommaire.csv"]);
    expect(entries.get("sommaire.csv")?.toString()).toContain("l’antivirus ne l’a pas encore lu");
  });
});
