import { system } from "~/domain/access/actor";
import type { Anchor } from "~/domain/journal/anchor";
import {
  anchorJournal,
  isEditedAnchor,
  parseAnchor,
} from "~/features/verify-journal/anchor-journal.server";
import { type ErasureResult, eraseValues } from "~/features/verify-journal/erase-values.server";
import { verifyJournal } from "~/features/verify-journal/verify-journal.server";
import { withWork } from "~/http/work.server";
import type { CommandIo } from "~/server/command-protocol";
import { freezeReads } from "~db/repositories/journal-verify.server";
import type { Command } from "../command";
import { printReport, refuse } from "../print";
import { type Opened, readJson } from "../read-source";

/** `journal verify [--anchor FILE]`: exit 1 when anything is not as it was written. */
export const verifyJournalCommand: Command = {
  name: "journal verify",
  usage: "journal verify [--anchor FICHIER.json]",
  summary: "vérifie toutes les chaînes du journal ; rend 1 dès qu’un constat est fait",
  run: async (words, io) => {
    const anchor = await readAnchor(words, io);
    if (!anchor.ok) return refuse(io, anchor.message);
    const report = await withWork(system, async (work) => {
      await freezeReads(work.tx);
      if (anchor.value && (await isEditedAnchor(work, anchor.value))) return undefined;
      return verifyJournal(work, anchor.value);
    });
    if (!report) {
      return refuse(
        io,
        "Cette ancre se contredit : son empreinte est celle du journal, mais ses nombres de chaînes ou d’entrées ont été modifiés.",
      );
    }
    printReport(io, report);
    return report.findings.length === 0 ? 0 : 1;
  },
};

async function readAnchor(
  words: readonly string[],
  io: CommandIo,
): Promise<Opened<Anchor | undefined>> {
  const at = words.indexOf("--anchor");
  if (at === -1) return { ok: true, value: undefined };
  const path = words[at + 1];
  if (!path) return { ok: false, message: "Indiquez le fichier de l’ancre après --anchor." };
  const read = await readJson(path, io);
  if (!read.ok) return read;
  const anchor = parseAnchor(read.value);
  if (anchor) return { ok: true, value: anchor };
  return {
    ok: false,
    message: `Le fichier « ${path} » n’est pas une ancre du journal, ou il a été modifié.`,
  };
}

/** `journal anchor [--full]`: one line of JSON, to keep outside the database. */
export const anchorJournalCommand: Command = {
  name: "journal anchor",
  usage: "journal anchor [--full]",
  summary: "écrit l’empreinte de toutes les chaînes ; --full y joint chaque tête",
  run: async (words, io) => {
    const anchor = await withWork(system, async (work) => {
      await freezeReads(work.tx);
      return anchorJournal(work, { full: words.includes("--full") });
    });
    io.stdout(`${JSON.stringify(anchor)}\n`);
    return 0;
  },
};

const erasureRefusals: Readonly<Record<Extract<ErasureResult, { ok: false }>["reason"], string>> = {
  "no-reason": "Indiquez le motif de l’effacement.",
  "not-found": "Cette entrée n’existe pas dans le journal de cet objet.",
  "already-erased": "Les valeurs de cette entrée sont déjà effacées.",
  "is-an-erasure": "Une entrée qui consigne un effacement ne s’efface pas.",
};

/** `journal erase KIND ID NUMBER REASON`: erases the values of one entry, for good. */
export const eraseValuesCommand: Command = {
  name: "journal erase",
  usage: "journal erase OBJET IDENTIFIANT NUMÉRO MOTIF",
  summary:
    "efface pour toujours les valeurs d’une entrée, motif consigné ; la chaîne reste vérifiable",
  run: async ([kind, id, number, ...reason], io) => {
    if (!kind || !id || !number || !/^[1-9]\d{0,8}$/.test(number)) {
      return refuse(io, "Indiquez l’objet, son identifiant, le numéro de l’entrée et le motif.");
    }
    const erasure = { on: { kind, id }, entry: Number(number), reason: reason.join(" ") };
    const result = await withWork(system, (work) => eraseValues(work, erasure));
    if (!result.ok) return refuse(io, erasureRefusals[result.reason]);
    return printReport(io, { erased: 1 });
  },
};
