import { system } from "~/domain/access/actor";
import { mailStatus } from "~/features/mail-status/mail-status.server";
import { withWork } from "~/http/work.server";
import type { Command } from "../command";
import { printReport } from "../print";

/** `mails status`: exit 1 when a mail was given up. */
export const mailStatusCommand: Command = {
  name: "mails status",
  usage: "mails status",
  summary: "dit où en sont les courriels ; rend 1 si l’un d’eux n’est plus repris",
  run: async (_words, io) => {
    const report = await withWork(system, mailStatus);
    printReport(io, report);
    return report.unsent.some(({ state }) => state === "given-up") ? 1 : 0;
  },
};
