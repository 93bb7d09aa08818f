import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** One element of a PDF's structure, with the text that it marks, in the order of reading. */
export type TaggedNode = { readonly role: string; readonly text: string; readonly alt?: string };

/** A PDF as a reader without eyes meets it. */
export type ReadPdf = {
  readonly title: string;
  readonly language: string | null;
  readonly isMarked: boolean;
  readonly pageCount: number;
  /** Every element that marks text or a figure, page after page. */
  readonly nodes: readonly TaggedNode[];
  /** The roles that hold others: lists, tables, rows. */
  readonly roles: ReadonlySet<string>;
  /** All the text, in the order in which it is drawn. */
  readonly text: string;
  readonly links: readonly string[];
  /** The farthest right that any text goes, in points. */
  readonly rightEdge: number;
  /** XMP metadata as it is written. */
  readonly xmp: string;
};

/** The bytes of a rendered document. */
export const bytesOf = (pdf: Readable): Promise<Buffer> => buffer(pdf);

/** Reads a PDF back: its structure, its text, its links. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  const nodes: TaggedNode[] = [];
  const roles = new Set<string>();
  const links: string[] = [];
  let text = "";
  let rightEdge = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const byId = new Map<string, string>();
    let current: string | undefined;
    for (const item of content.items) {
      if ("type" in item) {
        if (item.type === "beginMarkedContentProps") current = item.id;
        if (item.type === "endMarkedContent") current = undefined;
        continue;
      }
      text += item.str;
      rightEdge = Math.max(rightEdge, Number(item.transform[4]) + item.width);
      if (current) byId.set(current, (byId.get(current) ?? "") + item.str);
    }
    text += "\n";
    collect(await page.getStructTree(), byId, { nodes, roles });
    for (const annotation of (await page.getAnnotations()) as { url?: string }[]) {
      if (annotation.url) links.push(annotation.url);
    }
  }
  const { numPages } = pdf;
  await task.destroy();
  return {
    title: said.Title ?? "",
    language: said.Language ?? null,
    isMarked: marked?.Marked === true,
    pageCount: numPages,
    ...{ nodes, roles, text, links, rightEdge },
    xmp: bytes.toString("utf8").match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)?.[0] ?? "",
  };
}

type Branch = {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Branch[];
};

function collect(
  branch: Branch | null | undefined,
  byId: ReadonlyMap<string, string>,
  found: { nodes: TaggedNode[]; roles: Set<string> },
): void {
  if (!branch?.role) return;
  found.roles.add(branch.role);
  const children = branch.children ?? [];
  const own = children.filter(({ type }) => type === "content");
  if (own.length > 0) {
    found.nodes.push({
      role: branch.role,
      text: own.map(({ id }) => byId.get(id ?? "") ?? "").join(""),
      ...(branch.alt !== undefined && { alt: branch.alt }),
    });
  }
  for (const child of children) collect(child, byId, found);
}
