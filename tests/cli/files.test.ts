import { describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { withWork } from "~/http/work.server";
import { keepContentRow, listScans, setScan } from "~db/repositories/file-contents.server";
import { countJobs } from "~db/repositories/jobs.server";
import { useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime({ CLAMAV_ADDRESS: "unix:/nulle/part.sock" });
const line = useCommandLine();
const [unscanned, clear] = ["a".repeat(64), "b".repeat(64)];

describe("files scan", () => {
  it("has read what was kept before the antivirus, once, and leaves verdicts as they are", async () => {
    await withWork(system, async ({ tx, now }) => {
      for (const sha256 of [unscanned, clear])
        await keepContentRow(tx, sha256, { isScanned: false, at: now });
      await setScan(tx, clear, { scan: "clear", scannedAt: now });
    });
    const first = await line.run(["files", "scan"]);
    expect([first.exit, JSON.parse(first.stdout)]).toEqual([0, { waiting: 1 }]);
    await withWork(system, async ({ tx }) => {
      const scans = await listScans(tx, [unscanned, clear]);
      expect(scans.get(unscanned)?.scan).toBe("waiting");
      expect(scans.get(clear)?.scan).toBe("clear");
      expect(await countJobs(tx)).toEqual({ created: 1 });
    });
    const again = await line.run(["files", "scan"]);
    expect(JSON.parse(again.stdout)).toEqual({ waiting: 0 });
    await withWork(system, async ({ tx }) => expect(await countJobs(tx)).toEqual({ created: 1 }));
  });
});
