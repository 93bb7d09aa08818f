import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { answersLineSchema } from "~/domain/campaign/answers-line";
import { compileCampaign } from "~/domain/campaign/compile";
import { frenchIssue } from "~/domain/campaign/french-issues";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { resultLine } from "~/domain/campaign/result-line";
import { pluralOf } from "~/french/plural";
import type { CommandIo } from "~/server/command-protocol";
import type { Command } from "../command";
import { refuse } from "../print";
import { readJson } from "../read-source";

/** `score CAMPAIGN.json ANSWERS.ndjson`: one result line for each line of answers. */
export const scoreCommand: Command = {
  name: "score",
  usage: "score CAMPAGNE.json REPONSES.ndjson",
  summary: "note des réponses : une ligne JSON par candidature, sans base de données",
  run: async ([campaignPath, answersPath], io) => {
    const read = await readJson(campaignPath, io);
    if (!read.ok) return refuse(io, read.message);
    const parsed = parseCampaignDocument(read.value);
    if (!parsed.ok) {
      for (const fault of parsed.faults) io.stderr(`${fault.path} : ${fault.message}\n`);
      return refuse(io, "Campagne refusée : corrigez les défauts ci-dessus.");
    }
    const source = await openLines(answersPath, io);
    if (!source) {
      return refuse(
        io,
        `Le fichier de réponses « ${answersPath ?? ""} » n’existe pas ou ne peut pas être lu.`,
      );
    }
    return scoreLines(compileCampaign(parsed.document), source, io);
  },
};

async function openLines(path: string | undefined, io: CommandIo): Promise<Readable | undefined> {
  if (path === "-") return io.stdin;
  if (!path) return undefined;
  const full = resolve(io.folder, path);
  return (await stat(full).catch(() => undefined))?.isFile() ? createReadStream(full) : undefined;
}

async function scoreLines(
  compiled: ReturnType<typeof compileCampaign>,
  source: Readable,
  io: CommandIo,
): Promise<number> {
  let number = 0;
  let refused = 0;
  for await (const text of createInterface({
    input: source,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (text.trim() === "") continue;
    const json = parseLine(text);
    if (json === undefined) {
      refused += 1;
      io.stderr(`Ligne ${number} : ce n’est pas un objet JSON.\n`);
      continue;
    }
    const line = answersLineSchema.safeParse(json, { error: frenchIssue });
    if (line.success) io.stdout(`${JSON.stringify(resultLine(compiled, line.data))}\n`);
    else {
      refused += 1;
      const issue = line.error.issues[0];
      io.stderr(
        `Ligne ${number} : ${issue?.path.join(".") || "réponse"} ${issue?.message ?? ""}\n`,
      );
    }
  }
  if (refused === 0) return 0;
  return refuse(
    io,
    `${refused} ${pluralOf(refused, "ligne refusée", "lignes refusées")} sur ${number}.`,
  );
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
