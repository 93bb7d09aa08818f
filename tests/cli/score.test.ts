import { describe, expect, it } from "vitest";
import { buildSmallCampaign } from "~tests/factories/small-campaign";
import { oneSentence, useCommandLine } from "~tests/support/command-line";

const line = useCommandLine();

const score = async (lines: readonly string[], campaign: unknown = buildSmallCampaign()) => {
  const document = await line.write("campagne.json", JSON.stringify(campaign));
  const answers = await line.write("reponses.ndjson", lines.join("\n"));
  const said = await line.run(["score", document, answers]);
  return {
    ...said,
    results: said.stdout
      .split("\n")
      .filter(Boolean)
      .map((text) => JSON.parse(text)),
  };
};

const answersOf = (id: string | number, answers: unknown) => JSON.stringify({ id, answers });

describe("score", () => {
  it("gives one line for each, in the order of the file, blank lines left out", async () => {
    const { exit, stderr, results } = await score([
      answersOf("haut", { projet: true, ent: true }),
      "",
      answersOf(2, { projet: true, ent: false }),
      answersOf("rien", {}),
    ]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(results.map(({ id, score: total, level }) => [id, total, level])).toEqual([
      ["haut", 100, 2],
      [2, 55, 1],
      ["rien", expect.anything(), 0],
    ]);
    expect(results[0]).toMatchObject({
      axes: {
        pilotage: { points: 4, max: 4, score: 100 },
        usages: { points: 4, max: 4, score: 100 },
      },
      unmet: [],
    });
    expect(results[1].unmet.map(({ gate }: { gate: string }) => gate)).toEqual([
      "n2-global",
      "n2-axes",
    ]);
  });

  it("names each bad line, scores the others, and exits 1", async () => {
    const { exit, stderr, results } = await score([
      answersOf("bon", { projet: true }),
      "{",
      JSON.stringify({ answers: {} }),
      JSON.stringify({ id: "x", answers: {}, couleur: "vert" }),
      "[]",
      "null",
      answersOf("bon aussi", { ent: true }),
    ]);
    expect(exit).toBe(1);
    expect(results.map(({ id }) => id)).toEqual(["bon", "bon aussi"]);
    const told = stderr.split("\n");
    expect(told.slice(0, 5).map((text) => text.split(" : ")[0])).toEqual([
      "Ligne 2",
      "Ligne 3",
      "Ligne 4",
      "Ligne 5",
      "Ligne 6",
    ]);
    expect(told.at(-2)).toBe("5 lignes refusées sur 7.");
  });

  it("counts an answer of a wrong form as unanswered, and reads standard input", async () => {
    const document = await line.write("campagne.json", JSON.stringify(buildSmallCampaign()));
    const said = await line.run(
      ["score", document, "-"],
      `${answersOf("a", { projet: "peut-être", ent: [1] })}\r\n`,
    );
    expect(said.exit).toBe(0);
    expect(JSON.parse(said.stdout)).toMatchObject({ id: "a", level: 0 });
  });

  it("says every fault of a bad campaign, and reads no answer", async () => {
    const faulty = buildSmallCampaign({ axes: [], kind: "tombola" });
    const { exit, stdout, stderr } = await score([answersOf("a", {})], faulty);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("kind : ");
    expect(stderr).toMatch(/Campagne refusée : .+\.\n$/);
  });

  it.each([
    [["score"]],
    [["score", "absent.json", "reponses.ndjson"]],
    [["score", "campagne.json", "absent.ndjson"]],
    [["score", "campagne.json", "."]],
  ])("%j is refused with one sentence", async (words) => {
    await line.write("campagne.json", JSON.stringify(buildSmallCampaign()));
    const { exit, stdout, stderr } = await line.run(words);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(oneSentence);
  });
});
