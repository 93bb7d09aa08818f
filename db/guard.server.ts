import { createHash } from "node:crypto";
import { link, mkdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Longest path that a Unix socket may have on Linux and macOS, less the marks we append. */
const longestSocketPath = 80;

/** The socket that guards a data folder, and through which the command line reaches the server. */
export type Guard = {
  readonly socketPath: string;
  readonly server: Server;
  release(): Promise<void>;
};

/** Where the socket of a data folder lives: inside it, or in the temporary folder when too long. */
export async function socketPathOf(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const folder = await realpath(dataDir);
  const inside = join(folder, "jalons.sock");
  if (inside.length <= longestSocketPath) return inside;
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 24);
  return join(tmpdir(), `jalons-${digest}.sock`);
}

/** True when a living process listens behind the socket. */
export function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socketPath);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}

/**
 * Takes the data folder for this process alone. A lock by `link(2)`, which fails when the name
 * exists: the kernel decides between two processes. A socket left by a killed process is moved
 * away first, and put back if it proves alive.
 * Gives undefined when another process holds the folder.
 */
export async function takeGuard(dataDir: string): Promise<Guard | undefined> {
  const socketPath = await socketPathOf(dataDir);
  const own = `${socketPath}.${process.pid}`;
  const server = createServer((_request, response) => {
    response.writeHead(503).end();
  });
  await listen(server, own);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await linkIfFree(own, socketPath)) {
      const { ino } = await stat(socketPath);
      await unlink(own).catch(() => undefined);
      return { socketPath, server, release: () => release(server, socketPath, ino) };
    }
    if (await isListening(socketPath)) break;
    await moveAwayIfDead(socketPath);
  }
  await new Promise((resolve) => server.close(resolve));
  return undefined;
}

async function moveAwayIfDead(socketPath: string): Promise<void> {
  const aside = `${socketPath}.${process.pid}.dead`;
  try {
    await rename(socketPath, aside);
  } catch {
    return;
  }
  if (await isListening(aside)) await linkIfFree(aside, socketPath);
  await unlink(aside).catch(() => undefined);
}

async function linkIfFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve());
  });
}

async function release(server: Server, socketPath: string, ino: number): Promise<void> {
  const current = await stat(socketPath).catch(() => undefined);
  if (current?.ino === ino) await unlink(socketPath).catch(() => undefined);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
