import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import type { ScanVerdict } from "~/domain/proof/scan";
import { environment } from "~/env.server";
import type { Scanner } from "~/features/scan-files/scanner";

/** Milliseconds without a word from the daemon: far more than the largest proof takes. */
const longestSilence = 120_000;

/**
 * ClamAV's daemon at an address, `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`. Contents are streamed
 * to it by its INSTREAM command (clamd(8)). It hangs up on what is longer than its StreamMaxLength, and what
 * it says then may be lost with the connection: a fault like any other, never a verdict.
 */
export function clamAt(address: string): Scanner {
  return {
    async scan(content) {
      const socket = connect(targetOf(address));
      socket.setTimeout(longestSilence, () => socket.destroy(new Error("délai dépassé")));
      const reply = replyOf(socket);
      try {
        const [said] = await Promise.all([reply, send(socket, content)]);
        return verdictOf(said);
      } finally {
        socket.destroy();
        content.destroy();
      }
    },
  };
}

/** What the daemon says until it closes. */
function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    let fault = "la connexion s’est fermée";
    socket.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
    });
    socket.on("error", (error) => {
      fault = error.message;
    });
    socket.on("close", () => {
      if (said !== "") resolve(said);
      else reject(new Error(`L’antivirus n’a pas répondu (${fault}).`));
    });
  });
}

/** Sends a content by pieces, each after its length on four bytes; an empty one ends it. */
async function send(socket: Socket, content: Readable): Promise<void> {
  // A socket that closed has its own promise, which tells why.
  const write = async (bytes: Buffer) => {
    if (socket.destroyed || socket.readableEnded) return;
    if (!socket.write(bytes)) await drained(socket);
  };
  await write(Buffer.from("zINSTREAM\0"));
  for await (const piece of content) {
    const bytes = Buffer.from(piece);
    await write(Buffer.concat([lengthOf(bytes.length), bytes]));
    if (socket.destroyed || socket.readableEnded) return;
  }
  await write(lengthOf(0));
}

/** Until the socket takes more, or closed: what it closed for is told by `replyOf`. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off("drain", done);
      socket.off("close", done);
      resolve();
    };
    socket.on("drain", done);
    socket.on("close", done);
  });
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}

/** @throws Error in French when the reply is none that the daemon's manual has. */
function verdictOf(said: string): ScanVerdict {
  const reply = said.replace(/\0/g, "").trim();
  const found = /^stream: (.+) FOUND$/.exec(reply);
  if (found?.[1]) return { kind: "infected", signature: found[1] };
  if (reply === "stream: OK") return { kind: "clear" };
  throw new Error(`L’antivirus n’a pas donné de verdict : ${reply.slice(0, 200)}`);
}

function targetOf(address: string): { path: string } | { host: string; port: number } {
  const { protocol, pathname, hostname, port } = new URL(address);
  return protocol === "unix:"
    ? { path: decodeURI(pathname) }
    : { host: hostname, port: port === "" ? 3310 : Number(port) };
}

/** The antivirus of this process; undefined when none is configured. */
export function virusScanner(): Scanner | undefined {
  const { CLAMAV_ADDRESS: address } = environment();
  return address === undefined ? undefined : clamAt(address);
}
