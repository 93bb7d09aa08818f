import type { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Bucket } from "~/env.server";
import type { FileStore, ReadRefusal, StoreRefusal } from "~/features/proofs/file-store";
import { logger } from "./logger.server";
import { contentKey, isContentName, type StoreArea } from "./store-area";

/**
 * Contents kept in a bucket of any S3-compatible store, by their SHA-256: `files/ab/abcd…`, as in a
 * folder. A put is whole or nothing. Only what every such store has is asked of it: objects by path, no
 * checksum of Amazon's own.
 */
export function openS3Store(
  bucket: Bucket,
  area: StoreArea,
  { isScanned = false } = {},
): FileStore {
  const at = (sha256: string) => ({ Bucket: bucket.name, Key: contentKey(area, sha256) });
  return {
    isScanned,
    async keep({ sha256, size, open }) {
      const { sdk, client } = await connect(bucket);
      try {
        if (await isThere(client, sdk, at(sha256), size)) return { ok: true };
        await put(client, sdk, { ...at(sha256), ContentLength: size }, open());
        return { ok: true };
      } catch (error) {
        const fault = faultOf(error);
        logger.error({ ...fault }, "Fichier non conservé : stockage S3 plein ou injoignable");
        return { ok: false, reason: storeRefusal(fault) };
      }
    },
    async read(sha256) {
      if (!isContentName(sha256)) return { ok: false, reason: "missing" };
      const { sdk, client } = await connect(bucket);
      try {
        const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand(at(sha256)));
        if (!Body || ContentLength === undefined) return { ok: false, reason: "unreadable" };
        return { ok: true, size: ContentLength, stream: Body.transformToWebStream() };
      } catch (error) {
        const fault = faultOf(error);
        logger.error({ ...fault, sha256 }, "Fichier absent ou illisible dans le stockage S3");
        return { ok: false, reason: readRefusal(fault) };
      }
    },
    async remove(sha256) {
      if (!isContentName(sha256)) return;
      const { sdk, client } = await connect(bucket);
      await client.send(new sdk.DeleteObjectCommand(at(sha256)));
    },
  };
}

type Sdk = typeof import("@aws-sdk/client-s3");
type Connection = { readonly sdk: Sdk; readonly client: S3Client };

/** One client a bucket for the process; the library is only loaded where a bucket is configured. */
const connections = new Map<string, Promise<Connection>>();

function connect(bucket: Bucket): Promise<Connection> {
  const key = JSON.stringify(bucket);
  const known = connections.get(key);
  if (known) return known;
  const connection = import("@aws-sdk/client-s3").then((sdk) => ({
    sdk,
    client: new sdk.S3Client({
      endpoint: bucket.endpoint,
      region: bucket.region,
      credentials: bucket,
      forcePathStyle: true,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    }),
  }));
  connections.set(key, connection);
  return connection;
}

async function isThere(
  client: S3Client,
  { HeadObjectCommand }: Sdk,
  at: { readonly Bucket: string; readonly Key: string },
  size: number,
): Promise<boolean> {
  try {
    const { ContentLength } = await client.send(new HeadObjectCommand(at));
    return ContentLength === size;
  } catch (error) {
    if (faultOf(error).status === 404) return false;
    throw error;
  }
}

/** Sends a content. The library does not watch the stream it reads: when it fails, the request is given up. */
async function put(
  client: S3Client,
  { PutObjectCommand }: Sdk,
  target: { readonly Bucket: string; readonly Key: string; readonly ContentLength: number },
  body: Readable,
): Promise<void> {
  const given = new AbortController();
  body.on("error", () => given.abort());
  try {
    await client.send(new PutObjectCommand({ ...target, Body: body }), {
      abortSignal: given.signal,
    });
  } finally {
    body.destroy();
  }
}

type Fault = { readonly name: string; readonly status: number | undefined };

/** What went wrong, without what was sent: neither keys nor addresses go to the logs. */
function faultOf(error: unknown): Fault {
  const { name, code, $metadata } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  return { name: code ?? name ?? "Error", status: $metadata?.httpStatusCode };
}

function storeRefusal({ name, status }: Fault): StoreRefusal {
  return status === 507 || /Quota|InsufficientStorage|EntityTooLarge/.test(name)
    ? "store-full"
    : "store-unwritable";
}

function readRefusal({ name }: Fault): ReadRefusal {
  return name === "NoSuchKey" || name === "NotFound" ? "missing" : "unreadable";
}
