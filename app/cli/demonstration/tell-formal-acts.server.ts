import { scopeFor } from "~/domain/access/permissions";
import { askEndorsement } from "~/features/formal-acts/ask-endorsement.server";
import { parisDay } from "~/ui/format";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { replaceFormalAct } from "~db/repositories/formal-acts.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { expectDone } from "./cast";
import type { StoredSample } from "./sample-proof.server";

/** Records the fictitious act of a board over an application, held the day before. */
export async function recordSampleAct(
  work: Work,
  applicationId: string,
  proof: StoredSample,
): Promise<void> {
  const heldOn = parisDay(new Date(work.now.getTime() - 86_400_000));
  await keepContentRow(work.tx, proof.sha256, { isScanned: false, at: work.now });
  const act = await replaceFormalAct(work.tx, {
    ...proof,
    applicationId,
    body: "conseil-administration",
    heldOn,
    number: `DEMO-${heldOn.slice(0, 4)}-14`,
    outcome: "adopted",
    name: "acte-fictif.pdf",
    recordedBy: work.actor.personId,
    recordedAt: work.now,
  });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.act-recorded",
    after: { id: act.id, heldOn, number: act.number, outcome: act.outcome },
  });
}

/** Asks the Région, which owns the equipment of a lycée, for its opinion: the mail is read on « /courriels ». */
export async function askRegion(head: Work, applicationId: string): Promise<void> {
  const asked = await askEndorsement(head, scopeFor(head.actor, "application.answer"), {
    applicationId,
    form: {
      collectivite: "Occitanie (région)",
      contact: "Claire Soulié",
      courriel: "claire.soulie@jalons.example",
    },
  });
  expectDone("demander l’avis de la Région", asked);
}
