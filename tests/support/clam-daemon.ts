import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Where Debian's package puts it; a machine without it skips what needs an antivirus. */
const clamd = "/usr/sbin/clamd";
export const hasClam = existsSync(clamd);

/** The standard harmless file that every antivirus recognises, joined here from two parts. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"}!$H+H*`;

/** Bytes after which this daemon refuses to read on. */
export const largestScanned = 1024 * 1024;

export type ClamDaemon = {
  /** As CLAMAV_ADDRESS takes it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** Starts ClamAV's own daemon with one signature, EICAR's, on a socket of a temporary folder. */
export async function startClam(): Promise<ClamDaemon> {
  const folder = await mkdtemp(join(tmpdir(), "jalons-clam-"));
  // As root the daemon leaves root for a user of its own, who must reach the folder.
  await chmod(folder, 0o777);
  const database = join(folder, "signatures");
  await mkdir(database);
  const signature = Buffer.from("EICAR-STANDARD-ANTIVIRUS-TEST-FILE").toString("hex");
  await writeFile(join(database, "eicar.ndb"), `Jalons.Eicar:0:*:${signature}\n`);
  const socket = join(folder, "clamd.sock");
  const configuration = join(folder, "clamd.conf");
  const lines = [
    `DatabaseDirectory ${database}`,
    `LocalSocket ${socket}`,
    "LocalSocketMode 666",
    "Foreground yes",
    `StreamMaxLength ${largestScanned}`,
    "ConcurrentDatabaseReload no",
  ];
  await writeFile(configuration, `${lines.join("\n")}\n`);
  const daemon = spawn(clamd, [`--config-file=${configuration}`], { stdio: "ignore" });
  await untilAnswers(daemon, socket);
  return {
    address: `unix:${socket}`,
    stop: async () => {
      await ended(daemon);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(daemon: ChildProcess, socket: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (daemon.exitCode !== null) throw new Error(`clamd s’est arrêté (code ${daemon.exitCode}).`);
    if (await canConnect(socket)) return;
    await pause(100);
  }
  throw new Error("clamd ne répond pas.");
}

function canConnect(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    daemon.once("exit", () => resolve());
    daemon.kill("SIGTERM");
  });
}
