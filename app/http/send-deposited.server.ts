import { mayBeSent } from "~/domain/proof/scan";
import type { ScanState } from "~/domain/proof/vocabulary";
import { sendingRefusals } from "~/features/proofs/labels";
import { attachmentHeader, fileStore } from "./file-store.server";
import { refusalPage } from "./refusal-page";
import { unavailableHeaders } from "./unavailable.server";

export type DepositedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly scan: ScanState;
};

/**
 * Sends back a file that somebody deposited, always as an attachment: nothing that was deposited opens on this
 * site. Express adds « nosniff » to every answer. A content that is held back, gone or cannot be read is
 * said on a page.
 */
export async function sendDeposited(file: DepositedFile): Promise<Response> {
  if (!mayBeSent(file.scan)) return refused(file.scan, file.name);
  const content = await (await fileStore()).read(file.sha256);
  if (!content.ok) return refused(content.reason, file.name);
  return new Response(content.stream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(content.size),
      "Content-Disposition": attachmentHeader(file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}

/** Says on a page why the file is not sent. */
function refused(reason: keyof typeof sendingRefusals, name: string): Response {
  const { status, title, text } = sendingRefusals[reason];
  return new Response(refusalPage(title, text(name)), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'",
      ...(status === 503 ? unavailableHeaders : { "Cache-Control": "no-store" }),
    },
  });
}
