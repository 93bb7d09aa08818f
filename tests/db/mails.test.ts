import { describe, expect, it } from "vitest";
import { mostAttempts } from "~/domain/mail/retry";
import { mailStatus } from "~/features/mail-status/mail-status.server";
import {
  claimWaitingMails,
  enqueueMails,
  hasEnqueuedMails,
  markMailFailed,
  markMailSent,
  type OutgoingMail,
} from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
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

const minutesLater = ({ now }: Work, minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("a mail that does not leave", () => {
  it("is taken by one sender, then again only when its next try is due", () =>
    db.inWork(async (work) => {
      const { tx } = work;
      await enqueueMails(tx, [mail]);
      const dueAt = async (minutes: number) =>
        (await claimWaitingMails(tx, 50, minutesLater(work, minutes))).map(
          ({ attempts }) => attempts,
        );
      expect(await dueAt(0)).toEqual([1]);
      expect(await dueAt(0)).toEqual([]);
      expect(await dueAt(1.99)).toEqual([]);
      expect(await dueAt(2)).toEqual([2]);
      expect(await dueAt(7.99)).toEqual([]);
      expect(await dueAt(8)).toEqual([3]);
    }));

  it("does not hold back those that follow it", () =>
    db.inWork(async (work) => {
      await enqueueMails(work.tx, [mail]);
      await claimWaitingMails(work.tx, 50, work.now);
      await enqueueMails(work.tx, [{ ...mail, subject: "Suivant" }]);
      const next = await claimWaitingMails(work.tx, 1, work.now);
      expect(next.map(({ subject }) => subject)).toEqual(["Suivant"]);
    }));

  it("says when it is tried next, then that it is given up, and why", () =>
    db.inWork(async (work) => {
      const { tx } = work;
      await enqueueMails(tx, [mail]);
      expect(await mailStatus(work)).toEqual({ sent: 0, waiting: 1, unsent: [] });
      const [claimed] = await claimWaitingMails(tx, 50, work.now);
      await markMailFailed(tx, claimed?.id ?? "", "connect ECONNREFUSED");
      const unsent = {
        id: claimed?.id,
        kind: "submission.receipt",
        state: "retrying",
        attempts: 1,
        nextTryAt: minutesLater(work, 2).toISOString(),
        lastError: "connect ECONNREFUSED",
      };
      expect(await mailStatus(work)).toMatchObject({ sent: 0, waiting: 0, unsent: [unsent] });
      for (let day = 1; day < mostAttempts; day += 1) {
        const [again] = await claimWaitingMails(tx, 50, minutesLater(work, day * 1440));
        expect(again?.attempts).toBe(day + 1);
      }
      const givenUp = { ...unsent, state: "given-up", attempts: mostAttempts, nextTryAt: null };
      expect(await mailStatus(work)).toMatchObject({ unsent: [givenUp] });
      expect(await claimWaitingMails(tx, 50, minutesLater(work, 90 * 1440))).toEqual([]);
    }));

  it("is counted as sent once it left", () =>
    db.inWork(async (work) => {
      await enqueueMails(work.tx, [mail]);
      const [claimed] = await claimWaitingMails(work.tx, 50, work.now);
      await markMailSent(work.tx, claimed?.id ?? "");
      expect(await mailStatus(work)).toEqual({ sent: 1, waiting: 0, unsent: [] });
      expect(await claimWaitingMails(work.tx, 50, minutesLater(work, 90))).toEqual([]);
    }));
});
