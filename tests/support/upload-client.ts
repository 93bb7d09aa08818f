import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { readEnvironment } from "~/env.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { receiveUpload, uploadsPath } from "~/http/upload-endpoint.server";
import { createApp } from "~/server/create-app";

const env = readEnvironment({ NODE_ENV: "test" });
const origin = env.origins[0] ?? "";

export type UploadTarget = {
  readonly cookie: string;
  readonly applicationId: string;
  readonly questionId: string;
};

const encoded = (text: string) => Buffer.from(text).toString("base64");

/** Serves uploads on a free port, and speaks tus 1.0 to them as a browser does. */
export function useUploads() {
  const server = createServer(
    createApp({
      env,
      loadBuild: () => Promise.reject(new Error("Ce serveur ne rend aucune page.")),
      loadEntry: () => Promise.resolve({ answerHotRequest, receiveUpload }),
    }),
  );
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const root = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headers = (cookie: string) => ({
    Cookie: cookie,
    Origin: origin,
    "Tus-Resumable": "1.0.0",
  });

  return {
    root,
    /** Announces a file; the answer's Location says where its pieces go. */
    announce: (
      { cookie, applicationId, questionId }: UploadTarget,
      { name, size }: { readonly name: string; readonly size: number },
    ) =>
      fetch(`${root()}${uploadsPath}`, {
        method: "POST",
        headers: {
          ...headers(cookie),
          "Upload-Length": String(size),
          "Upload-Metadata": `application ${encoded(applicationId)},question ${encoded(questionId)},filename ${encoded(name)}`,
        },
      }),
    /** Sends bytes from an offset on. */
    send: (cookie: string, at: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
      fetch(`${root()}${at}`, {
        method: "PATCH",
        headers: {
          ...headers(cookie),
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": String(offset),
        },
        body: bytes,
      }),
    /** Begins to send a whole file, and loses the connection after some of its bytes. */
    sendAndBreak: (cookie: string, at: string, bytes: Uint8Array, broken: number) =>
      new Promise<void>((resolve) => {
        const sent = request(`${root()}${at}`, {
          method: "PATCH",
          headers: {
            ...headers(cookie),
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": "0",
            "Content-Length": bytes.byteLength,
          },
        });
        sent.on("error", () => undefined);
        sent.on("close", () => resolve());
        sent.write(bytes.subarray(0, broken), () => setTimeout(() => sent.destroy(), 50));
      }),
    /** How many bytes the server has; null where it does not know the upload. */
    offset: async (cookie: string, at: string) => {
      const answer = await fetch(`${root()}${at}`, { method: "HEAD", headers: headers(cookie) });
      const said = answer.headers.get("Upload-Offset");
      return { status: answer.status, offset: said === null ? null : Number(said) };
    },
    ask: (method: string, cookie: string, at: string) =>
      fetch(`${root()}${at}`, { method, headers: headers(cookie) }),
  };
}

/** The bytes of a PDF of that size, as far as its first ones tell. */
export function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).fill(97);
  bytes.set(new TextEncoder().encode("%PDF-1.7 "));
  return bytes;
}
