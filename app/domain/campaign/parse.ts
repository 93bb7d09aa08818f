import { checkCalendar } from "./calendar";
import { checkExpressions } from "./check-expressions";
import { checkFormalActs } from "./check-formal-acts";
import { checkLevels } from "./check-levels";
import { checkGateProofs, checkScoring } from "./check-scoring";
import { checkStructure } from "./check-structure";
import { buildKnowledge, checkCycles, checkVisibility } from "./check-visibility";
import { type CampaignDocument, campaignDocumentSchema } from "./document";
import { type Fault, FaultList, formatPath } from "./fault";
import { frenchIssue } from "./french-issues";
import { type Salvaged, salvage } from "./salvage";

export type ParsedCampaign =
  | { ok: true; document: CampaignDocument }
  | { ok: false; faults: Fault[] };

/**
 * Reads a campaign document. Refuses it with the path and the French reason of every fault at once:
 * faults of form, and faults of meaning in all that can still be read in spite of them.
 */
export function parseCampaignDocument(json: unknown): ParsedCampaign {
  const parsed = campaignDocumentSchema.safeParse(json, { error: frenchIssue });
  if (parsed.success) {
    const faults = findMeaningFaults({
      document: parsed.data,
      declaredIds: new Set(),
      damaged: new Set(),
    });
    return faults.length === 0 ? { ok: true, document: parsed.data } : { ok: false, faults };
  }
  const faults = parsed.error.issues.map((issue) => ({
    path: formatPath(issue.path),
    message: issue.message,
  }));
  const salvaged = salvage(json);
  return { ok: false, faults: salvaged ? [...faults, ...findMeaningFaults(salvaged)] : faults };
}

function findMeaningFaults({ document, declaredIds, damaged }: Salvaged): Fault[] {
  const faults = new FaultList();
  checkStructure(document, declaredIds, faults);
  checkExpressions(document, declaredIds, faults);
  checkScoring(document, declaredIds, damaged, faults);
  checkGateProofs(document, declaredIds, faults);
  const isCircular = checkCycles(document, faults);
  const knowledge = buildKnowledge(document);
  if (!isCircular) checkVisibility(document, knowledge, faults);
  checkLevels(document, declaredIds, damaged, knowledge, faults);
  if (!damaged.has("calendar")) {
    checkCalendar(document.calendar, faults);
    checkFormalActs(document, faults);
  }
  return faults.faults;
}
