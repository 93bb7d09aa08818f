import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { addProof } from "~/features/proofs/add-proof.server";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { receivedBytes } from "~/features/proofs/received-file.server";
import { reusableFor } from "~/features/proofs/reusable";
import { reuseProof } from "~/features/proofs/reuse-proof.server";
import { openDiskStore } from "~/http/disk-store.server";
import { setScan } from "~db/repositories/file-contents.server";
import { listProofs } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { buildQuestionnaireDocument } from "~tests/factories/questionnaire-campaign";
import { useTestDatabase } from "~tests/support/database";
import { formOf, post } from "~tests/support/section-form";

const db = useTestDatabase();
const store = async () => openDiskStore(await mkdtemp(join(tmpdir(), "jalons-preuves-")), "files");
const pdf = new TextEncoder().encode("%PDF-1.7 projet");

/** A campaign whose first section also asks for one PDF of 1 kB at most (« convention »). */
const twoFileQuestions = () => {
  const { questionnaire } = buildQuestionnaireDocument({}) as {
    questionnaire: { sections: { questions: object[] }[] };
  };
  const convention = {
    id: "convention",
    kind: "file",
    title: "Joignez la convention",
    formats: ["pdf"],
    maxFiles: 1,
    maxBytes: 1_000,
    required: false,
  };
  const [first, ...others] = questionnaire.sections;
  const changed = { ...first, questions: [...(first?.questions ?? []), convention] };
  return { questionnaire: { ...questionnaire, sections: [changed, ...others] } };
};

async function draftWithProof(work: Work, name = "projet.pdf", bytes = pdf) {
  const draft = await buildDraft(work, 1, twoFileQuestions());
  const added = await addProof(
    work,
    draft.scope,
    {
      applicationId: draft.applicationId,
      questionId: "preuve",
      file: receivedBytes(name, bytes),
    },
    await store(),
  );
  if (!added.ok) throw new Error(added.reason);
  return { draft, proof: added.proof };
}

const reuse = (work: Work, draft: Draft, proofId: string, questionId = "convention") =>
  reuseProof(
    work,
    draft.scope,
    { applicationId: draft.applicationId, questionId, proofId },
    { isScanned: false },
  );

describe("a file that serves another question", () => {
  it("is a proof of its own, with the same content, and is removed apart", async () => {
    await db.inWork(async (work) => {
      const { draft, proof } = await draftWithProof(work);
      const reused = await reuse(work, draft, proof.id);
      if (!reused.ok) throw new Error(reused.reason);
      expect(reused.proof).toMatchObject({ name: "projet.pdf", sha256: proof.sha256 });
      expect(reused.proof.id).not.toBe(proof.id);
      const removal = new FormData();
      removal.set("retirer", proof.id);
      const input = { applicationId: draft.applicationId, form: removal };
      await changeProofs(work, draft.scope, input, await store());
      expect(await listProofs(work.tx, draft.applicationId)).toMatchObject([
        { questionId: "convention", sha256: proof.sha256 },
      ]);
    });
  });

  it("is refused beyond the question's own limits", async () => {
    await db.inWork(async (work) => {
      const long = new Uint8Array(2_000);
      long.set(pdf);
      const { draft, proof } = await draftWithProof(work, "long.pdf", long);
      expect(await reuse(work, draft, proof.id)).toMatchObject({ reason: "too-large" });
    });
  });

  it("is refused once the question has as many as it takes", async () => {
    await db.inWork(async (work) => {
      const { draft, proof } = await draftWithProof(work);
      expect(await reuse(work, draft, proof.id)).toMatchObject({ ok: true });
      expect(await reuse(work, draft, proof.id)).toMatchObject({ reason: "too-many" });
    });
  });

  it("is not found when a virus was recognised in it, or in another application", async () => {
    await db.inWork(async (work) => {
      const { draft, proof } = await draftWithProof(work);
      const other = await buildDraft(work, 2, { slug: "autre-campagne", ...twoFileQuestions() });
      expect(await reuse(work, other, proof.id)).toMatchObject({ reason: "not-found" });
      const infected = { scan: "infected", signature: "Essai", scannedAt: work.now } as const;
      await setScan(work.tx, proof.sha256, infected);
      expect(await reuse(work, draft, proof.id)).toMatchObject({ reason: "not-found" });
    });
  });

  it("is asked for by the page's script, and by the form without it", async () => {
    await db.inWork(async (work) => {
      const { draft, proof } = await draftWithProof(work);
      const asked = new FormData();
      asked.set("question", "convention");
      asked.set("reprendre", proof.id);
      const answer = await changeProofs(
        work,
        draft.scope,
        { applicationId: draft.applicationId, form: asked },
        await store(),
      );
      expect(answer).toMatchObject({ status: 200, body: { proofs: [{ name: "projet.pdf" }] } });
      const form = await formOf(work, draft);
      form.set("reprise.preuve", "");
      form.set("reprise.convention", proof.id);
      form.set("_reprendre-preuve", "convention");
      expect(await post(work, draft, form)).toMatchObject({
        reason: "to-correct",
        status: 422,
        problems: [{ questionId: "convention", message: expect.stringMatching(/^Retirez/) }],
      });
      expect(await listProofs(work.tx, draft.applicationId)).toHaveLength(2);
    });
  });
});

describe("reusableFor", () => {
  const question: QuestionOf<"file"> = {
    id: "convention",
    kind: "file",
    title: "Joignez la convention",
    required: false,
    formats: ["pdf"],
    notApplicable: false,
    maxFiles: 2,
    maxBytes: 1_000,
  };
  const file = (id: string, change: Partial<ProofLine> = {}): ProofLine => ({
    id,
    questionId: "preuve",
    name: `${id}.pdf`,
    size: 10,
    author: "Hélène Castagné",
    content: id,
    scan: "unscanned",
    signature: null,
    addedAt: "2026-03-01T08:00:00.000Z",
    ...change,
  });

  it.each<[string, ProofLine[], string[]]>([
    ["files of other questions", [file("a"), file("b")], ["a", "b"]],
    ["each content once", [file("a"), file("b", { content: "a" })], ["a"]],
    ["not what it has already", [file("a", { questionId: "convention" })], []],
    [
      "nor the same bytes elsewhere",
      [file("a", { questionId: "convention" }), file("b", { content: "a" }), file("c")],
      ["c"],
    ],
    ["nor another format", [file("a", { name: "a.png" })], []],
    ["nor a longer file", [file("a", { size: 1_001 })], []],
    ["nor an infected one", [file("a", { scan: "infected", signature: "Essai" })], []],
    [
      "nothing once it is full",
      [file("a", { questionId: "convention" }), file("b", { questionId: "convention" }), file("c")],
      [],
    ],
  ])("offers %s", (_name, files, expected) => {
    expect(reusableFor(question, files).map(({ id }) => id)).toEqual(expected);
  });
});
