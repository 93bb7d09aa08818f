import type { CommandIo } from "~/server/command-protocol";
import { commands } from "./commands";

/** Runs one command; gives its exit code. Unknown words print the list, with exit 2. */
export async function runCommand(words: readonly string[], io: CommandIo): Promise<number> {
  for (const command of commands) {
    const name = command.name.split(" ");
    if (name.every((word, index) => words[index] === word)) {
      return command.run(words.slice(name.length), io).catch((error) => refused(error, io));
    }
  }
  const list = commands.map((command) => `  ${command.usage}\n      ${command.summary}\n`).join("");
  io.stderr(`Commande inconnue : ${words.join(" ") || "(aucune)"}\n\nCommandes :\n${list}`);
  return 2;
}

/** What the features' surroundings refuse as a web answer (a database that is away), as a sentence. */
async function refused(error: unknown, io: CommandIo): Promise<number> {
  if (!(error instanceof Response)) throw error;
  io.stderr(`${await error.text()}\n`);
  return 1;
}
