import { expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { mostAttempts } from "~/domain/mail/retry";
import { withWork } from "~/http/work.server";
import { claimWaitingMails, enqueueMails, markMailFailed } from "~db/repositories/mails.server";
import { useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const line = useCommandLine();
const day = 86_400_000;

it("mails status tells what could not leave, without an address, and fails once one is given up", async () => {
  const toAddress = "tete@exemple.fr";
  await withWork(system, (work) =>
    enqueueMails(work.tx, [
      { kind: "submission.receipt", toAddress, subject: "Essai", body: "Bonjour" },
    ]),
  );
  const before = await line.run(["mails", "status"]);
  expect([before.exit, JSON.parse(before.stdout)]).toEqual([
    0,
    { sent: 0, waiting: 1, unsent: [] },
  ]);
  await withWork(system, async (work) => {
    for (let tried = 0; tried < mostAttempts; tried += 1) {
      const now = new Date(work.now.getTime() + tried * day);
      const [mail] = await claimWaitingMails(work.tx, 1, now);
      await markMailFailed(work.tx, mail?.id ?? "", "connect ECONNREFUSED");
    }
  });
  const after = await line.run(["mails", "status"]);
  expect(after.exit).toBe(1);
  expect(after.stdout).not.toContain(toAddress);
  expect(JSON.parse(after.stdout)).toMatchObject({
    sent: 0,
    waiting: 0,
    unsent: [{ state: "given-up", attempts: mostAttempts, lastError: "connect ECONNREFUSED" }],
  });
});
