import { describe, expect, it } from "vitest";
import { enqueueMails, hasEnqueuedMails, type OutgoingMail } from "~db/repositories/mails.server";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const mail: OutgoingMail = {
  kind: "submission.receipt",
  toAddress: "a@exemple.fr",
  subject: "Essai",
  body: "Bonjour",
};

describe("hasEnqueuedMails", () => {
  it("tells the transaction that wrote mails from those that wrote none", async () => {
    await db.inWork(async ({ tx }) => {
      expect(hasEnqueuedMails(tx)).toBe(false);
      await enqueueMails(tx, []);
      expect(hasEnqueuedMails(tx)).toBe(false);
      await enqueueMails(tx, [mail]);
      expect(hasEnqueuedMails(tx)).toBe(true);
    });
    expect(await db.inWork(async ({ tx }) => hasEnqueuedMails(tx))).toBe(false);
  });
});
