import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { ZipFile } from "yazl";
import type { SnapshotProof } from "~/domain/application/snapshot";
import { safeName, uniqueNames } from "~/domain/export/archive-names";
import { numberCell, textCell } from "~/domain/export/cells";
import { csvLine } from "~/domain/export/csv";
import { mayBeSent } from "~/domain/proof/scan";
import type { ScanState } from "~/domain/proof/vocabulary";
import type { FileStore } from "~/features/proofs/file-store";
import { writeTo } from "./hashed-file.server";
import type { ReadApplication } from "./read-applications.server";

/** Files that a second compression would not make smaller. */
const compressed = /\.(pdf|docx|odt|xlsx|ods|jpe?g|png)$/i;

const summaryTitles = [
  "Département",
  "UAI",
  "Établissement",
  "Question",
  "Fichier déposé",
  "Chemin dans l’archive",
  "Taille (octets)",
  "SHA-256",
  "État",
];

const left = {
  waiting: "Absent : l’antivirus ne l’a pas encore lu",
  infected: "Absent : refusé par l’antivirus",
  missing: "Absent : introuvable dans le stockage",
} as const;

export type ArchiveOptions = {
  /** Where the summary is written before it enters the archive. */
  readonly summaryPath: string;
  readonly store: Pick<FileStore, "read">;
  /** « 2.4 Charte d’usage ». */
  readonly questionName: (questionId: string) => string;
};

export type FileArchive = {
  /** Adds the files of one application; `scans` is what the antivirus said of each, by SHA-256. */
  readonly add: (
    application: ReadApplication,
    scans: ReadonlyMap<string, { readonly scan: ScanState }>,
  ) => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Writes the files of applications as one archive: département, school, question, file. Names hold on any
 * system. What may not be sent is left out, and `sommaire.csv` says so of each file.
 */
export async function openArchive(
  stream: Writable,
  { summaryPath, store, questionName }: ArchiveOptions,
): Promise<FileArchive> {
  const zip = new ZipFile();
  const saved = pipeline(zip.outputStream, stream);
  saved.catch(() => undefined);
  zip.on("error", (error: Error) => stream.destroy(error));
  const summary = createWriteStream(summaryPath, { mode: 0o600 });
  await writeTo(summary, `\uFEFF${csvLine(summaryTitles.map((title) => textCell(title)))}`);

  const put = async (path: string, proof: SnapshotProof): Promise<boolean> => {
    const content = await store.read(proof.sha256);
    if (!content.ok) {
      if (content.reason === "missing") return false;
      // A store that is away is no missing file: the export is tried again.
      throw new Error("Stockage des fichiers illisible.");
    }
    const source = Readable.fromWeb(content.stream as ReadableStream);
    zip.addReadStream(source, path, { compress: !compressed.test(path), size: content.size });
    // One at a time: nothing is opened before it can be written.
    await Promise.race([finished(source, { writable: false }), saved.then(fail)]);
    return true;
  };

  return {
    async add({ exported, proofs }, scans) {
      const [school] = exported.schools;
      if (!school) return;
      const place = [
        safeName(school.departement ?? "Sans département"),
        safeName(`${school.uai} ${school.name}`, 60),
      ];
      const names = uniqueNames();
      for (const proof of proofs) {
        const question = questionName(proof.questionId);
        const path = names([...place, safeName(question, 50), safeName(proof.name)].join("/"));
        const scan = scans.get(proof.sha256)?.scan ?? "unscanned";
        const state = mayBeSent(scan) ? ((await put(path, proof)) ? null : "missing") : scan;
        const line = [
          textCell(school.departement ?? ""),
          textCell(school.uai),
          textCell(school.name),
          textCell(question),
          textCell(proof.name),
          textCell(state === null ? path : ""),
          numberCell(proof.size),
          textCell(proof.sha256),
          textCell(state === null ? "Dans l’archive" : left[state]),
        ];
        await writeTo(summary, csvLine(line));
      }
    },
    async end() {
      summary.end();
      await finished(summary);
      zip.addFile(summaryPath, "sommaire.csv");
      zip.end();
      await saved;
    },
  };
}

function fail(): never {
  throw new Error("L’archive s’est fermée avant la fin.");
}
