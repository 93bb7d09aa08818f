import { scoreText } from "~/features/receipt/receipt-lines";
import type { Receipt } from "~/features/receipt/receipt-view.server";
import { formatDateTime, frenchText } from "~/ui/format";
import type { Block, DocumentModel } from "./document-model";
import { axisBlocks } from "./receipt-document";
import { verificationBlocks } from "./verification-blocks";

export type DocumentSection = {
  readonly number: number;
  readonly title: string;
  readonly questions: readonly {
    readonly number: string;
    readonly title: string;
    readonly answer: readonly Block[];
    /** Without answer, and one is required. */
    readonly isMissing: boolean;
  }[];
};

/** What a whole application says, sealed or not. */
export type ApplicationContent = {
  readonly campaign: string;
  readonly partners: readonly string[];
  /** The schools that it is for. */
  readonly applicant: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly sections: readonly DocumentSection[];
  readonly axes: Receipt["axes"];
  readonly signatures: readonly {
    /** In which quality, and for which school when each has its own. */
    readonly quality: string;
    readonly name: string;
    /** ISO 8601, UTC. */
    readonly signedAt: string;
  }[];
};

/** Signed on honour, by whom and when. */
export type Declaration = {
  readonly text: string;
  readonly by: string;
  readonly quality: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** The whole application as it was sealed. */
export function applicationDocument(
  content: ApplicationContent,
  sealed: {
    readonly receipt: Pick<Receipt, "receiptNumber" | "sha256" | "verifyAt">;
    readonly declaration: Declaration;
  },
): DocumentModel {
  const { receipt, declaration } = sealed;
  return {
    ...coverOf(content, `Candidature ${receipt.receiptNumber}`),
    createdAt: declaration.at,
    footer: `Candidature ${receipt.receiptNumber}`,
    blocks: [
      ...headBlocks(content),
      ...content.sections.flatMap((section) => sectionBlocks(section)),
      ...axisBlocks(content.axes),
      ...signatureBlocks(content.signatures),
      ...declarationBlocks(declaration),
      ...verificationBlocks(receipt),
    ],
  };
}

/** « Brouillon, non déposé »: said at the head of a draft, and at the foot of each of its pages. */
export const draftMark = "Brouillon – non déposé";

/** A draft as it stands at `readAt`: it says so, and carries neither seal nor code. */
export function draftDocument(content: ApplicationContent, readAt: string): DocumentModel {
  return {
    ...coverOf(content, draftMark),
    createdAt: readAt,
    footer: `${draftMark}, état du ${formatDateTime(readAt)}`,
    blocks: [
      { kind: "paragraph", look: "strong", text: draftMark },
      ...headBlocks(content),
      {
        kind: "paragraph",
        text: frenchText(
          `Ces réponses sont celles du ${formatDateTime(readAt, { weekday: true })}, heure de Paris. Elles peuvent encore changer : ce document ne prouve rien.`,
        ),
      },
      ...content.sections.flatMap((section) => sectionBlocks(section)),
      ...axisBlocks(content.axes, "Scores par axe, à ce jour"),
      ...signatureBlocks(content.signatures),
    ],
  };
}

function coverOf({ applicant, campaign, partners }: ApplicationContent, what: string) {
  return { title: `${what}, ${applicant}`, subject: campaign, author: partners.join(", ") };
}

function headBlocks({ partners, applicant, facts }: ApplicationContent): Block[] {
  return [
    { kind: "paragraph", look: "quiet", text: partners.join(" · ") },
    { kind: "heading", level: 1, text: applicant },
    { kind: "table", rows: facts.map(({ term, value }) => [term, value]) },
  ];
}

function sectionBlocks({ number, title, questions }: DocumentSection): Block[] {
  return [
    { kind: "heading", level: 2, text: `${number}. ${title}` },
    ...questions.flatMap((question): Block[] => [
      { kind: "heading", level: 3, text: `${question.number} ${question.title}`.trim() },
      ...(question.answer.length > 0
        ? question.answer
        : ([
            {
              kind: "paragraph",
              look: "quiet",
              text: question.isMissing ? "Réponse obligatoire, à donner" : "Sans réponse",
            },
          ] satisfies Block[])),
    ]),
  ];
}

function signatureBlocks(signatures: ApplicationContent["signatures"]): Block[] {
  if (signatures.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Signatures" },
    {
      kind: "table",
      header: ["Qualité", "Nom", "Signée le"],
      rows: signatures.map(({ quality, name, signedAt }) => [
        quality,
        name,
        formatDateTime(signedAt),
      ]),
    },
  ];
}

function declarationBlocks({ text, by, quality, at }: Declaration): Block[] {
  return [
    { kind: "heading", level: 2, text: "Déclaration" },
    { kind: "paragraph", text: frenchText(text) },
    {
      kind: "paragraph",
      look: "strong",
      text: `${by}, ${quality}, le ${formatDateTime(at, { weekday: true, seconds: true })}, heure de Paris`,
    },
  ];
}

/** The score and level of a draft, as its facts tell them. */
export function draftFacts(draft: {
  readonly campaign: string;
  readonly schools: readonly { readonly uai: string; readonly name: string }[];
  readonly score: number | null;
  readonly level: string | null;
}): ApplicationContent["facts"] {
  return [
    { term: "Campagne", value: draft.campaign },
    ...draft.schools.map(({ name, uai }) => ({
      term: "Établissement",
      value: `${name}, UAI\u00a0${uai}`,
    })),
    ...(draft.score === null ? [] : [{ term: "Score, à ce jour", value: scoreText(draft.score) }]),
    ...(draft.level === null ? [] : [{ term: "Niveau, à ce jour", value: draft.level }]),
  ].map(({ term, value }) => ({ term, value: frenchText(value) }));
}
