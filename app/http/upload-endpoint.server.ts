import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { FileStore as PartialFiles } from "@tus/file-store";
import { Server } from "@tus/server";
import { visitor } from "~/domain/access/actor";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import { beginUpload } from "~/features/proofs/begin-upload.server";
import { finishUpload, isStoreFault } from "~/features/proofs/finish-upload.server";
import { uploadRefusals } from "~/features/proofs/labels";
import { proofLines } from "~/features/proofs/proof-view.server";
import { sayRefusal } from "~/features/proofs/say-refusal";
import { readSignedIn } from "~/features/sign-in/current-actor.server";
import { deleteUpload, findUpload, type UploadRow } from "~db/repositories/uploads.server";
import type { Work } from "~db/work.server";
import { fileStore } from "./file-store.server";
import { logger } from "./logger.server";
import { receivedUpload } from "./received-upload.server";
import { startRuntime } from "./runtime.server";
import { withWork } from "./work.server";

/** Where uploads by pieces are sent: tus 1.0 (creation, termination), for who may answer the application. */
export const uploadsPath = "/api/televersements";

/** The folder where pieces are put together, before the file store has the whole. */
export const uploadsFolder = (dataDir: string) => join(dataDir, "uploads");

/** A refusal as the library of the protocol takes it. */
class Refused extends Error {
  constructor(
    readonly status_code: number,
    message: string,
  ) {
    super(message);
  }
  get body(): string {
    return JSON.stringify({ message: this.message });
  }
}

const largestUpload = 100_000_000;
/** One receiver a folder: a process has one, its tests several. */
const receivers = new Map<string, Server>();

/** Answers one request of an upload. The library of the protocol keeps the pieces; whose they are is ours. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "GET") return refuse(response, 405, savingRefusals["not-found"]);
  try {
    const server = await openReceiver();
    if (request.method === "HEAD" && (await isAnswered(server, request, response))) return;
    await server.handle(request, response);
  } catch (error) {
    const { status_code, message } = refusalOf(error);
    refuse(response, status_code, message);
  }
}

/**
 * Who asks how far an upload is may have missed its end: a file that is a proof is told as sent whole, one that is
 * whole becomes a proof first. False when there is more to receive.
 */
async function isAnswered(
  server: Server,
  { headers: { cookie }, url = "" }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const upload = await ownUpload(cookie, lastPart(url));
  if (!upload.finishedAt && !(await isFinishedNow(server, cookie, upload))) return false;
  response.setHeader("Tus-Resumable", "1.0.0");
  response.setHeader("Upload-Offset", upload.size);
  response.setHeader("Upload-Length", upload.size);
  response.setHeader("Cache-Control", "no-store");
  response.statusCode = 200;
  response.end();
  return true;
}

/** Whether an upload that was not finished is by now: all its bytes were there, or another request ended it. */
async function isFinishedNow(
  { datastore }: Server,
  cookie: string | undefined,
  { id, size }: UploadRow,
): Promise<boolean> {
  const pieces = datastore as PartialFiles;
  try {
    if ((await pieces.getUpload(id)).offset !== size) return false;
    await finish(pieces, cookie, id);
    return true;
  } catch (error) {
    // Whoever ended it first took the pieces away.
    if ((await ownUpload(cookie, id)).finishedAt) return true;
    throw error;
  }
}

async function openReceiver(): Promise<Server> {
  const { env } = await startRuntime();
  const directory = uploadsFolder(env.DATA_DIR);
  const known = receivers.get(directory);
  if (known) return known;
  // The library makes its folder without being waited for, and fails where nobody hears it.
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pieces = new PartialFiles({ directory });
  const receiver = new Server({
    path: uploadsPath,
    datastore: pieces,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: largestUpload,
    namingFunction: () => randomUUID(),
    onIncomingRequest: async (request, id) => {
      if (request.method === "POST") return;
      const upload = await ownUpload(cookieOf(request), id);
      if (upload.finishedAt) throw new Refused(410, uploadRefusals.gone);
      if (request.method !== "DELETE") return;
      await asAnswering(cookieOf(request), ({ tx }) => deleteUpload(tx, id));
    },
    onUploadCreate: async (request, { id, size, metadata }) => {
      const { application = "", question = "", filename = "" } = metadata ?? {};
      const begun = await asAnswering(cookieOf(request), (work, scope) =>
        beginUpload(work, scope, {
          id,
          applicationId: application ?? "",
          questionId: question ?? "",
          name: filename ?? "",
          size: size ?? 0,
        }),
      );
      if (begun.ok) return {};
      if (begun.reason === "too-many-uploads") throw new Refused(429, uploadRefusals.tooMany);
      const { status, message } = sayRefusal(begun);
      throw new Refused(status, message);
    },
    onUploadFinish: async (request, { id }) => ({
      status_code: 200,
      headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
      body: JSON.stringify(await finish(pieces, cookieOf(request), id)),
    }),
    onResponseError: (request, error) => {
      const { status_code, body } = refusalOf(error);
      const response = request.runtime?.node?.res;
      response?.setHeader("Content-Type", "application/json; charset=utf-8");
      if (status_code === 503) response?.setHeader("Retry-After", "10");
      return { status_code, body };
    },
  });
  receivers.set(directory, receiver);
  return receiver;
}

/** Turns a file that has come whole into a proof, and gives the files that its question then has. */
async function finish(pieces: PartialFiles, cookie: string | undefined, id: string) {
  const file = await receivedUpload(join(pieces.directory, id));
  const store = await fileStore();
  const said = await asAnswering(cookie, async (work, scope) => {
    const result = await finishUpload(work, scope, { id, file }, store);
    if (!result) throw new Refused(404, uploadRefusals.gone);
    if (!result.ok) return result;
    const { applicationId, questionId } = result;
    const proofs = await proofLines(work, applicationId);
    return { ok: true, proofs: proofs.filter((line) => line.questionId === questionId) } as const;
  });
  // What a faulty store refused stays here for a next try.
  if (said.ok || !isStoreFault(said.reason)) await pieces.remove(id).catch(() => undefined);
  if (said.ok) return { proofs: said.proofs };
  const { status, message } = sayRefusal(said);
  throw new Refused(status, message);
}

/** Runs a task for the person of a session, where they may answer. @throws Refused 401 or 403. */
function asAnswering<T>(
  cookie: string | undefined,
  task: (work: Work, scope: Scope) => Promise<T>,
): Promise<T> {
  return withWork(visitor, async (work) => {
    const signedIn = await readSignedIn(work, cookie);
    if (!signedIn) throw new Refused(401, uploadRefusals.signedOut);
    const scope = scopeFor(signedIn.actor, "application.answer");
    if (scope.length === 0) throw new Refused(403, savingRefusals.forbidden);
    return task({ ...work, actor: signedIn.actor }, scope);
  });
}

/** An upload of the person of a session. @throws Refused 404 for anybody else's. */
async function ownUpload(cookie: string | undefined, id: string): Promise<UploadRow> {
  return asAnswering(cookie, async ({ tx, actor, now }) => {
    const upload = await findUpload(tx, { id, personId: actor.personId, now });
    if (!upload) throw new Refused(404, uploadRefusals.gone);
    return upload;
  });
}

/** What is answered for an error of ours, of the protocol's library or of the system. */
function refusalOf(error: unknown): Pick<Refused, "status_code" | "message" | "body"> {
  if (error instanceof Refused) return error;
  if (error instanceof Response && error.status === 503) {
    return new Refused(503, uploadRefusals.unavailable);
  }
  const { status_code: status, code, body } = error as Partial<Refused> & { code?: string };
  // A full disk, or a folder that cannot be written: the protocol's own words are « receiving the file ».
  if (code !== undefined || (status === 500 && /receiving the file/.test(body ?? ""))) {
    logger.error({ code }, "Fichier non reçu : dossier de données plein ou non modifiable");
    return new Refused(507, uploadRefusals.notReceived);
  }
  if (status !== undefined && status < 500) return new Refused(status, uploadRefusals.protocol);
  logger.error({ err: error }, "Réception d’un fichier en panne");
  return new Refused(500, uploadRefusals.fault);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", "10");
  response.statusCode = status;
  response.end(JSON.stringify({ message }));
}

const cookieOf = (request: { readonly headers: Headers }) =>
  request.headers.get("cookie") ?? undefined;

const lastPart = (address: string) => address.split("?")[0]?.split("/").pop() ?? "";
