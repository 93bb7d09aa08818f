import { describe, expect, it } from "vitest";
import { academieMailDomain, institutionalMail } from "~/domain/directory/institutional-mail";
import { composeUai } from "~/domain/directory/uai";
import { readUaiList } from "~/domain/directory/uai-list";

const uai = composeUai(120_001);
const school = {
  uai,
  institutionalMail: null,
  academieCode: "16",
  ministry: "education",
} as const;

describe("institutional mail", () => {
  it.each([
    ["Toulouse", "ac-toulouse.fr"],
    ["Créteil", "ac-creteil.fr"],
    ["Besançon", "ac-besancon.fr"],
    ["Orléans-Tours", "ac-orleans-tours.fr"],
    ["Aix Marseille", "ac-aix-marseille.fr"],
    ["La Réunion", "ac-reunion.fr"],
  ])("gives the domain of %s", (name, domain) => {
    expect(academieMailDomain(name)).toBe(domain);
  });
  it("forms the address in lower case", () => {
    expect(institutionalMail(school)).toBe(`ce.${uai.toLowerCase()}@ac-toulouse.fr`);
  });
  it("takes the directory's address first", () => {
    const written = " Ce.Lycee@Ac-Toulouse.fr ";
    expect(institutionalMail({ ...school, institutionalMail: written })).toBe(
      "ce.lycee@ac-toulouse.fr",
    );
    const agricultural = { ...school, ministry: "agriculture" } as const;
    expect(institutionalMail({ ...agricultural, institutionalMail: "legta@educagri.fr" })).toBe(
      "legta@educagri.fr",
    );
    expect(institutionalMail(agricultural)).toBeNull();
  });
  it.each(["non renseigné", "@", "a@b", ""])("sets %j aside for the rule", (written) => {
    expect(institutionalMail({ ...school, institutionalMail: written })).toBe(
      institutionalMail(school),
    );
  });
  it.each([null, "40", "99"])("gives nothing for the académie %j", (academieCode) => {
    expect(institutionalMail({ ...school, academieCode })).toBeNull();
  });
});

describe("list of UAI", () => {
  const other = composeUai(120_002);
  it("reads a spreadsheet's export, its heading aside", () => {
    const lines = readUaiList(`\uFEFFUAI;Nom\r\n"${uai}";Lycée\r\n\r\n ${other.toLowerCase()} ,x`);
    expect(lines).toEqual([
      { line: 2, written: uai, uai, isRepeated: false },
      { line: 4, written: other.toLowerCase(), uai: other, isRepeated: false },
    ]);
  });
  it("keeps faulty lines, shortened and without control characters, and marks repetitions", () => {
    const lines = readUaiList(`${uai}\n${uai}\nabc\u0000${"d".repeat(40)}`);
    expect(lines.map(({ uai: read, isRepeated }) => [read, isRepeated])).toEqual([
      [uai, false],
      [uai, true],
      [null, false],
    ]);
    expect(lines[2]?.written).toBe(`abc${"d".repeat(17)}`);
  });
  it("gives nothing for nothing", () => {
    expect(readUaiList(" \n\r\n")).toEqual([]);
  });
});
