import { printedFingerprint } from "~/domain/application/document-standing";
import { frenchText } from "~/ui/format";
import type { Block } from "./document-model";

/** The end of every document that is sealed: its seal, and where anyone checks it. */
export function verificationBlocks(seal: {
  readonly receiptNumber: string;
  readonly sha256: string;
  readonly verifyAt: string;
}): Block[] {
  const { receiptNumber, sha256, verifyAt } = seal;
  const page = verifyAt.replace(/\/[^/]*$/, "");
  return [
    { kind: "heading", level: 2, text: "Vérifier ce document" },
    {
      kind: "paragraph",
      text: frenchText(
        "Ce code et cette adresse mènent à une page publique qui dit si ce document est authentique, et s’il est toujours en vigueur.",
      ),
    },
    {
      kind: "qr-code",
      address: verifyAt,
      alternative: `Code QR qui mène à la vérification de ce document\u00a0: ${verifyAt}`,
    },
    { kind: "link", address: verifyAt, text: verifyAt },
    {
      kind: "paragraph",
      text: frenchText(
        `Sans code ni lien, saisissez à l’adresse ${page} le numéro ${receiptNumber} et l’empreinte courte ${printedFingerprint(sha256).replaceAll(" ", "\u00a0")}.`,
      ),
    },
    { kind: "heading", level: 3, text: "Empreinte SHA-256 de la candidature" },
    { kind: "paragraph", look: "code", text: sha256 },
    {
      kind: "paragraph",
      look: "quiet",
      text: frenchText(
        "Calculée sur tout ce qui a été transmis, écrit sous la forme canonique RFC 8785. Une seule réponse changée en donnerait une autre.",
      ),
    },
  ];
}
