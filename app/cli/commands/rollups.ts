import { system } from "~/domain/access/actor";
import { rebuildRollups } from "~/features/verify-rollups/rebuild-rollups.server";
import { verifyRollups } from "~/features/verify-rollups/verify-rollups.server";
import { withWork } from "~/http/work.server";
import { freezeReads } from "~db/repositories/journal-verify.server";
import { foldRollups } from "~db/repositories/rollups.server";
import type { Command } from "../command";
import { printReport } from "../print";

/** `rollups verify`: exit 1 when a figure is not what the base tables give. */
export const verifyRollupsCommand: Command = {
  name: "rollups verify",
  usage: "rollups verify",
  summary: "compare les totaux du tableau de bord aux tables de base ; rend 1 s’ils diffèrent",
  run: async (_words, io) => {
    const report = await withWork(system, async (work) => {
      await freezeReads(work.tx);
      return verifyRollups(work);
    });
    printReport(io, report);
    return report.differences.length === 0 ? 0 : 1;
  },
};

/** `rollups rebuild`: counts anew and appends what lacks. */
export const rebuildRollupsCommand: Command = {
  name: "rollups rebuild",
  usage: "rollups rebuild",
  summary: "recompte tout depuis les tables de base et ajoute aux totaux ce qui leur manque",
  run: async (_words, io) => {
    const corrected = await withWork(system, rebuildRollups);
    return printReport(io, { corrected });
  },
};

/** `rollups fold`: what the server does by itself every half minute. */
export const foldRollupsCommand: Command = {
  name: "rollups fold",
  usage: "rollups fold",
  summary: "replie les deltas dans les totaux, comme le serveur le fait de lui-même",
  run: async (_words, io) => {
    const folded = await withWork(system, (work) => foldRollups(work.tx));
    return printReport(io, { folded });
  },
};
