import type { Command } from "./command";
import { exportCampaignCommand, importCampaignCommand } from "./commands/campaign";
import { scanFilesCommand } from "./commands/files";
import { importIndicatorsCommand } from "./commands/indicators";
import { anchorJournalCommand, eraseValuesCommand, verifyJournalCommand } from "./commands/journal";
import { loadDemonstrationCommand } from "./commands/load-demonstration";
import { mailStatusCommand } from "./commands/mails";
import {
  foldRollupsCommand,
  rebuildRollupsCommand,
  verifyRollupsCommand,
} from "./commands/rollups";
import { schemaCommand } from "./commands/schema";
import { importSchoolsCommand } from "./commands/schools";
import { scoreCommand } from "./commands/score";

/** Every command, in the order that the help lists them. */
export const commands: readonly Command[] = [
  schemaCommand,
  scoreCommand,
  importCampaignCommand,
  exportCampaignCommand,
  importSchoolsCommand,
  importIndicatorsCommand,
  verifyJournalCommand,
  anchorJournalCommand,
  eraseValuesCommand,
  verifyRollupsCommand,
  rebuildRollupsCommand,
  foldRollupsCommand,
  mailStatusCommand,
  scanFilesCommand,
  loadDemonstrationCommand,
];
