import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clamAt } from "~/http/virus-scanner.server";
import {
  type ClamDaemon,
  eicar,
  hasClam,
  largestScanned,
  startClam,
} from "~tests/support/clam-daemon";

describe.skipIf(!hasClam)("ClamAV's daemon, asked through its socket", () => {
  let daemon: ClamDaemon;
  beforeAll(async () => {
    daemon = await startClam();
  });
  afterAll(() => daemon.stop());

  const scan = (content: string | Buffer) =>
    clamAt(daemon.address).scan(Readable.from([Buffer.from(content)]));

  it("finds nothing in an ordinary file", async () => {
    expect(await scan("%PDF-1.7 projet")).toEqual({ kind: "clear" });
  });

  it("names what it recognises, wherever it is in the file", async () => {
    const infected = { kind: "infected", signature: expect.stringContaining("Jalons.Eicar") };
    expect(await scan(eicar)).toEqual(infected);
    expect(await scan(`%PDF-1.7 ${" ".repeat(300_000)}${eicar}`)).toEqual(infected);
  });

  it.each([1, 5 * largestScanned, 40 * largestScanned])(
    "gives no verdict of what is longer than it reads, by %i bytes",
    async (more) => {
      const piece = Buffer.alloc(65_536, "a");
      const pieces = Array.from({ length: Math.ceil((largestScanned + more) / piece.length) });
      const content = Readable.from(pieces.map(() => piece));
      await expect(clamAt(daemon.address).scan(content)).rejects.toThrow("L’antivirus n’a pas");
    },
  );
});

describe("an antivirus that is away", () => {
  it.each(["", "stream: \0", "COMMAND READ TIMED OUT\0"])(
    "never gives a verdict by answering %j",
    async (said) => {
      const folder = await mkdtemp(join(tmpdir(), "jalons-muet-"));
      const path = join(folder, "prise");
      const server = createServer((socket) => {
        socket.once("data", () => socket.end(said));
        socket.on("error", () => undefined);
      });
      await new Promise<void>((resolve) => server.listen(path, resolve));
      try {
        const scanned = clamAt(`unix:${path}`).scan(Readable.from([Buffer.alloc(300_000)]));
        await expect(scanned).rejects.toThrow("L’antivirus n’a pas");
      } finally {
        await new Promise((resolve) => server.close(resolve));
        await rm(folder, { recursive: true });
      }
    },
  );

  it("is a fault that says so: nothing is known of the content", async () => {
    const scanned = clamAt("unix:/nulle/part/clamd.sock").scan(Readable.from(["projet"]));
    await expect(scanned).rejects.toThrow("L’antivirus n’a pas répondu");
  });
});
