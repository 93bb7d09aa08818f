import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

/** A PostgreSQL server of this test alone, which may be killed and started again. */
export type Cluster = {
  readonly url: string;
  start(): Promise<void>;
  /** `kill -9` of the postmaster: no checkpoint, nothing written that was not already on the disk. */
  kill(): Promise<void>;
  remove(): Promise<void>;
};

/** Where PostgreSQL's own programs are; undefined where it is not installed. */
export function findPostgresPrograms(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const found = readdirSync(root).filter((name) => existsSync(join(root, name, "bin", "initdb")));
  const newest = found.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(root, newest, "bin");
}

/** The account that PostgreSQL runs under: it refuses to be root. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Makes a cluster that waits for the disk at each commit (fsync and synchronous_commit on). */
export async function makeCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "jalons-grappe-"));
  const owner = account();
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const run = { ...owner, cwd: folder };
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust"], {
    ...run,
    stdio: "ignore",
  });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=on",
    "synchronous_commit=on",
  ].flatMap((setting) => ["-c", setting]);
  let child: ChildProcess | undefined;
  const kill = async () => {
    const died = child;
    child = undefined;
    if (!died || died.exitCode !== null || died.signalCode !== null) return;
    const gone = new Promise((resolve) => died.once("exit", resolve));
    died.kill("SIGKILL");
    await gone;
  };
  return {
    url,
    start: async () => {
      // The dead one's last children keep its memory for an instant: a start may have to wait for them.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if (!child || child.exitCode !== null) {
          child = spawn(join(programs, "postgres"), ["-D", data, ...settings], {
            ...run,
            stdio: "ignore",
          });
        }
        if (await answers(url)) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error("PostgreSQL n’a pas redémarré.");
    },
    kill,
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
