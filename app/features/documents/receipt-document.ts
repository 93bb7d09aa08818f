import { receiptLines, scoreText } from "~/features/receipt/receipt-lines";
import type { Receipt } from "~/features/receipt/receipt-view.server";
import type { Block, DocumentModel } from "./document-model";
import { verificationBlocks } from "./verification-blocks";

/** The receipt as a document; it says nothing that changes after the submission. */
export function receiptDocument(receipt: Receipt): DocumentModel {
  const { receiptNumber, partners, campaign, submittedAt, axes, proofs } = receipt;
  return {
    title: `Récépissé ${receiptNumber}`,
    subject: campaign,
    author: partners.join(", "),
    createdAt: submittedAt,
    footer: `Récépissé ${receiptNumber}`,
    blocks: [
      { kind: "paragraph", look: "quiet", text: partners.join(" · ") },
      { kind: "heading", level: 1, text: `Récépissé ${receiptNumber}` },
      { kind: "table", rows: receiptLines(receipt).map(({ term, value }) => [term, value]) },
      ...axisBlocks(axes),
      ...(proofs.length > 0
        ? ([
            { kind: "heading", level: 2, text: "Preuves jointes" },
            {
              kind: "list",
              items: proofs.map(({ name, sha256 }) => `${name}\nSHA-256\u00a0: ${sha256}`),
            },
          ] satisfies Block[])
        : []),
      ...verificationBlocks(receipt),
    ],
  };
}

/** The scores by axis; nothing for a campaign without. */
export function axisBlocks(axes: Receipt["axes"], title = "Scores déclarés par axe"): Block[] {
  if (axes.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "table", rows: axes.map((axis) => [axis.title, scoreText(axis.score)]) },
  ];
}
