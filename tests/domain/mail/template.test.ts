import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fillTemplate,
  longestBody,
  longestSubject,
  type MailTemplate,
  templateIssues,
} from "~/domain/mail/template";

const variables = { campagne: { isRequired: false }, lien: { isRequired: true } };
const good: MailTemplate = { subject: "Rappel : {{campagne}}", body: "Bonjour,\n{{lien}}" };

describe("the issues of a template", () => {
  it.each([
    [good, []],
    [{ ...good, subject: null }, []],
    [{ ...good, subject: " " }, ["subject empty"]],
    [{ ...good, body: "" }, ["body empty", "body missing-variable"]],
    [{ ...good, subject: "a".repeat(longestSubject) }, []],
    [{ ...good, subject: "a".repeat(longestSubject + 1) }, ["subject too-long"]],
    [{ ...good, body: `{{lien}}${"a".repeat(longestBody - 8)}` }, []],
    [{ ...good, body: `{{lien}}${"a".repeat(longestBody - 7)}` }, ["body too-long"]],
    [{ ...good, subject: "Un\ndeux" }, ["subject several-lines"]],
    [{ ...good, body: "{{lien}} {{autre}} {{autre}}" }, ["body unknown-variable"]],
    [{ ...good, body: "{{lien}} {{constructor}}" }, ["body unknown-variable"]],
    [{ ...good, body: "{{ lien }}" }, []],
    [{ ...good, body: "{{lien}} {{" }, ["body stray-brace"]],
    [{ ...good, body: "{{lien}} }} et {seule}" }, ["body stray-brace"]],
    [{ ...good, body: "{{lien}} {seule}" }, []],
    [{ ...good, subject: "{{lien}}", body: "Rien." }, ["body missing-variable"]],
  ] as const)("%j: %j", (template, issues) => {
    expect(
      templateIssues(template, variables).map(({ field, reason }) => `${field} ${reason}`),
    ).toEqual(issues);
  });
});

describe("a template filled in", () => {
  it.each([
    ["Bonjour {{nom}}.", { nom: "Camille" }, "Bonjour Camille."],
    ["{{ nom }}", { nom: "Camille" }, "Camille"],
    ["Un\n{{motif}}\nDeux", { motif: "" }, "Un\nDeux"],
    ["Un\n\n{{motif}}\n\nDeux", { motif: "" }, "Un\n\nDeux"],
    ["Motif : {{motif}}", { motif: "" }, "Motif : "],
    ["{{a}}{{b}}", { a: "", b: "" }, ""],
    ["{{a}}\n{{b}}", { a: "1\n2", b: "3" }, "1\n2\n3"],
    ["{{a}}", { a: "{{b}}", b: "non" }, "{{b}}"],
    ["{{a}}", { a: "$& $1 $$" }, "$& $1 $$"],
    ["{{toString}}", {}, ""],
    ["Un\r\nDeux", {}, "Un\nDeux"],
  ] as const)("%j with %j: %j", (text, values, filled) => {
    expect(fillTemplate(text, values)).toBe(filled.trim());
  });

  it("sets the words of the template, never the values", () => {
    const loud = (words: string) => words.toUpperCase();
    expect(fillTemplate("le {{lien}} est là", { lien: "https://a/b" }, loud)).toBe(
      "LE https://a/b EST LÀ",
    );
  });

  it("leaves no variable and loses no value, whatever they hold", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/[\0\r\n]/.test(value));
    fc.assert(
      fc.property(text, text, (campagne, lien) => {
        const filled = fillTemplate("[{{campagne}}] <{{lien}}>", { campagne, lien });
        expect(filled).toBe(`[${campagne}] <${lien}>`);
      }),
    );
  });
});
