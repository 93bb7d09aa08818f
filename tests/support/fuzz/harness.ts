import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { type IncomingHttpHeaders, request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, unzipSync } from "node:zlib";
import { afterAll, beforeAll } from "vitest";
import { system } from "~/domain/access/actor";
import { readEnvironment } from "~/env.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { installRuntime } from "~/http/runtime.server";
import { receiveUpload } from "~/http/upload-endpoint.server";
import { createApp } from "~/server/create-app";
import { refuseMalformedHttp } from "~/server/french-refusals";
import type { Tx } from "~db/client.server";
import { journalKey, openTestDatabase } from "../database";
import { type Contents, hasWritten, openSandbox, readContents, type Sandbox } from "./sandbox";
import { assembleServerBuild } from "./server-build";
import { type FuzzStory, tellFuzzStory } from "./story";

export type Sent = {
  readonly method: string;
  /** What stands on the request line, as it is. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

export type Received = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** One request and all that came of it, before it was taken back. */
export type Outcome = Received & {
  /** What the application logged as its own failure. */
  readonly failures: readonly unknown[];
  readonly before: Contents;
  readonly after: Contents;
};

export type Harness = {
  readonly story: () => FuzzStory;
  readonly sandbox: () => Sandbox;
  readonly port: () => number;
  /** The origin that the application takes for its own. */
  readonly origin: string;
  /** Sends a request in a trial of its own, then takes back what it wrote. */
  attempt(sent: Sent): Promise<Outcome>;
  /** Runs anything else in a trial of its own. */
  trial<T>(task: (tx: Tx) => Promise<T>): Promise<T>;
  /** Contents of the story, that every trial starts from. */
  readonly contents: () => Contents;
};

/** The whole application on a port of its own, over a database that holds a story. */
export function useFuzzHarness(): Harness {
  const origin = "http://jalons.test";
  const failures: unknown[] = [];
  let opened:
    | { story: FuzzStory; sandbox: Sandbox; port: number; before: Contents; close(): Promise<void> }
    | undefined;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "jalons-fuzz-"));
    const source = await openTestDatabase();
    const sandbox = openSandbox(source.database);
    const env = readEnvironment({ NODE_ENV: "test", DATA_DIR: folder, ORIGINS: origin });
    installRuntime({
      env,
      database: sandbox.database,
      journalKey,
      guard: undefined,
      stop: source.release,
    });
    const story = await source.database.transaction((tx) =>
      tellFuzzStory({ tx, actor: system, now: new Date(), journalKey }),
    );
    const before = await source.database.transaction(readContents);
    const build = await assembleServerBuild((error) => failures.push(error));
    const app = createApp({
      env: { ...env, NODE_ENV: "production" },
      loadBuild: async () => build,
      loadEntry: async () => ({ answerHotRequest, receiveUpload }),
    });
    const server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
    });
    refuseMalformedHttp(server);
    const address = server.address();
    opened = {
      story,
      sandbox,
      before,
      port: typeof address === "object" && address ? address.port : 0,
      close: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await source.release();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }, 120_000);
  afterAll(() => opened?.close());

  const use = () => {
    if (!opened) throw new Error("Le banc d’essai n’est pas ouvert.");
    return opened;
  };
  return {
    origin,
    story: () => use().story,
    sandbox: () => use().sandbox,
    port: () => use().port,
    contents: () => use().before,
    trial: (task) => use().sandbox.trial(task),
    attempt: async (sent) => {
      const { sandbox, port, before } = use();
      failures.length = 0;
      return sandbox.trial(async (tx) => {
        const received = await exchange(port, sent);
        const after = (await hasWritten(tx)) ? await readContents(tx) : before;
        return { ...received, failures: [...failures], before, after };
      });
    },
  };
}

/** Sends one request and reads the whole answer; redirections are not followed. */
export function exchange(port: number, { method, target, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const call = send(
      {
        host: "127.0.0.1",
        port,
        method,
        path: target,
        headers: {
          ...headers,
          Connection: "close",
          ...(body && { "Content-Length": body.length }),
        },
        agent: false,
        insecureHTTPParser: true,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: decode(Buffer.concat(chunks), response.headers["content-encoding"]),
          }),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

/** The text of a body, whatever way of compressing it the request let the server choose. */
function decode(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0) return "";
  switch (encoding) {
    case "br":
      return brotliDecompressSync(body).toString("utf8");
    case "gzip":
    case "deflate":
      return unzipSync(body).toString("utf8");
    default:
      return body.toString("utf8");
  }
}
