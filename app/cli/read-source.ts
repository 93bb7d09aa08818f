import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import type { CommandIo } from "~/server/command-protocol";

export type Opened<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Reads and parses a JSON file named from the caller's folder; refusals are French sentences. */
export async function readJson(path: string | undefined, io: CommandIo): Promise<Opened<unknown>> {
  if (!path) return { ok: false, message: "Indiquez le fichier JSON à lire." };
  let text: string;
  try {
    text = await readFile(resolve(io.folder, path), "utf8");
  } catch {
    return { ok: false, message: `Le fichier « ${path} » n’existe pas ou ne peut pas être lu.` };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return {
      ok: false,
      message: `Le fichier « ${path} » n’est pas un document JSON : un signe y manque ou y est en trop.`,
    };
  }
}

/** Opens a file, a URL, or standard input (`-`) as a stream of bytes. */
export async function openBytes(
  source: string | undefined,
  io: CommandIo,
): Promise<Opened<Readable>> {
  if (!source) return { ok: false, message: "Indiquez le fichier ou l’adresse à lire." };
  if (source === "-") return { ok: true, value: io.stdin };
  if (/^https?:\/\//.test(source)) return fetchBytes(source);
  const path = resolve(io.folder, source);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return { ok: false, message: `Le fichier « ${source} » n’existe pas ou n’est pas un fichier.` };
  }
  return { ok: true, value: createReadStream(path) };
}

async function fetchBytes(url: string): Promise<Opened<Readable>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
    if (!response.ok || !response.body) {
      return { ok: false, message: `L’adresse ${url} a répondu ${response.status}.` };
    }
    return {
      ok: true,
      value: Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
    };
  } catch {
    return { ok: false, message: `L’adresse ${url} ne répond pas.` };
  }
}
