import { describe, expect, it } from "vitest";
import { commands } from "~/cli/commands";
import { system } from "~/domain/access/actor";
import type { Anchor } from "~/domain/journal/anchor";
import { withWork } from "~/http/work.server";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import { listJournal } from "~db/repositories/journal.server";
import { buildSmallCampaign } from "~tests/factories/small-campaign";
import { oneSentence, useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const line = useCommandLine();

async function importCampaign(slug: string): Promise<string> {
  const file = await line.write(`${slug}.json`, JSON.stringify(buildSmallCampaign({ slug })));
  expect((await line.run(["import", "campaign", file])).exit).toBe(0);
  const campaign = await withWork(system, (work) => findCampaignBySlug(work.tx, slug));
  return campaign?.id ?? "";
}

describe("journal", () => {
  it("verifies, anchors, erases a value lawfully, and still verifies", async () => {
    const id = await importCampaign("journal");
    const before = await line.run(["journal", "verify"]);
    expect(before.exit).toBe(0);
    expect(JSON.parse(before.stdout)).toMatchObject({ findings: [] });

    const anchor = await line.run(["journal", "anchor", "--full"]);
    expect([anchor.exit, anchor.stdout.split("\n").length]).toEqual([0, 2]);
    const file = await line.write("ancre.json", anchor.stdout);

    const erased = await line.run(["journal", "erase", "campaign", id, "1", "Demande", "RGPD"]);
    expect([erased.exit, JSON.parse(erased.stdout)]).toEqual([0, { erased: 1 }]);
    const entries = await withWork(system, (work) =>
      listJournal(work.tx, { kind: "campaign", id }),
    );
    expect(entries[0]).toMatchObject({ action: "campaign.imported", after: null });
    expect((await line.run(["journal", "verify", "--anchor", file])).exit).toBe(0);
  });

  it("exits 1, with its finding, when the journal holds less than an anchor knew", async () => {
    await importCampaign("ancree");
    const known = JSON.parse((await line.run(["journal", "anchor"])).stdout) as Anchor;
    const other = { ...known, digest: "0".repeat(64), entries: known.entries + 1 };
    const file = await line.write("plus.json", JSON.stringify(other));
    const { exit, stdout } = await line.run(["journal", "verify", "--anchor", file]);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ fault: "fewer-entries-than-anchored" }]);
  });

  it.each([
    ["short", []],
    ["full", ["--full"]],
  ])(
    "refuses a %s anchor whose counts were edited, without blaming the journal",
    async (name, words) => {
      await importCampaign(`modifiee-${name}`);
      const anchor = JSON.parse((await line.run(["journal", "anchor", ...words])).stdout) as Anchor;
      for (const change of [{ chains: anchor.chains + 1 }, { chains: 10_000 }, { entries: 0 }]) {
        const file = await line.write("modifiee.json", JSON.stringify({ ...anchor, ...change }));
        const { exit, stdout, stderr } = await line.run(["journal", "verify", "--anchor", file]);
        expect([exit, stdout]).toEqual([1, ""]);
        expect(stderr).toMatch(oneSentence);
      }
    },
  );

  it.each([
    [["journal", "erase"]],
    [["journal", "erase", "campaign", "inconnue", "1", "motif"]],
    [["journal", "erase", "campaign", "inconnue", "0", "motif"]],
    [["journal", "verify", "--anchor"]],
    [["journal", "verify", "--anchor", "absente.json"]],
  ])("%j is refused with one sentence", async (words) => {
    const { exit, stdout, stderr } = await line.run(words);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(oneSentence);
  });
});

describe("unknown words", () => {
  it.each([[[]], [["import"]], [["Import", "campaign"]], [["detruire", "tout"]]])(
    "%j lists the commands, with exit 2",
    async (words) => {
      const { exit, stdout, stderr } = await line.run(words);
      expect([exit, stdout]).toEqual([2, ""]);
      for (const { usage } of commands) expect(stderr).toContain(usage);
    },
  );
});
