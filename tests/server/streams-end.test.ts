import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Target } from "~tests/support/faults/answer-writer";
import { prepareTargets } from "~tests/support/faults/prepare-writers";
import { useServedDatabase } from "~tests/support/faults/served-database";
import { startSavingServer } from "~tests/support/faults/start-saving-server";

const { environment, opened } = useServedDatabase();
let target: Target;

beforeAll(async () => {
  const [prepared] = await opened((database) => prepareTargets(database, 1));
  if (!prepared) throw new Error("Aucune candidature.");
  target = prepared;
}, 120_000);

describe("a stream of a file", () => {
  it("is served live over HTTP, and does not keep a server that stops", {
    timeout: 120_000,
  }, async () => {
    const server = await startSavingServer(environment());
    const address = `${server.origin}/api/candidatures/${target.applicationId}`;
    const headers = { Cookie: target.cookie, Origin: "http://localhost:3000" };
    const stream = await fetch(`${address}/flux`, {
      headers: { ...headers, "Accept-Encoding": "gzip" },
    });
    expect(stream.status).toBe(200);
    expect(stream.headers.get("Content-Type")).toContain("text/event-stream");
    expect(stream.headers.get("Cache-Control")).toContain("no-store");
    expect(stream.headers.get("Content-Encoding")).toBeNull();
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const readUntil = async (found: RegExp) => {
      while (!found.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error(`Flux fini : ${text}`);
        text += value;
      }
    };
    await readUntil(/^retry: \d+\n\n/);

    // What a page says as it closes comes as text; from another site it is refused.
    const tab = randomUUID();
    const leave = (origin: string) =>
      fetch(`${address}/presence/quitter`, {
        method: "POST",
        headers: { ...headers, Origin: origin, "Content-Type": "text/plain;charset=UTF-8" },
        body: JSON.stringify({ tab }),
      });
    expect((await leave("http://localhost:3000")).status).toBe(200);
    expect((await leave("https://ailleurs.example")).status).toBe(403);

    const saved = await fetch(`${address}/reponses/${target.questionId}`, {
      method: "PUT",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ value: "Ondes", version: 0 }),
    });
    expect(saved.status).toBe(200);
    await readUntil(/data: .*"version":1.*\n\n/);

    const rest = (async () => {
      while (!(await reader?.read())?.done);
    })();
    expect(await server.stop()).toBe(0);
    await rest;
  });
});
