import { isIsoDate } from "../expression/dates";
import type { CampaignDocument } from "./document";
import type { FaultList } from "./fault";

const pieces = [
  { need: "deliberation", days: "deliberationDueDays", on: "deliberationDueOn" },
  { need: "endorsement", days: "endorsementDueDays", on: "endorsementDueOn" },
] as const;

/** Due dates that contradict each other, that nothing asks for, or that fall before the closing day. */
export function checkFormalActs(
  { formalActs, calendar }: Pick<CampaignDocument, "formalActs" | "calendar">,
  faults: FaultList,
): void {
  if (!formalActs) return;
  for (const { need, days, on } of pieces) {
    const dueOn = formalActs[on];
    const hasDue = dueOn !== undefined || formalActs[days] !== undefined;
    if (hasDue && formalActs[need] === "none") {
      faults.add(["formalActs", need], "une échéance est donnée à ce qui n’est pas demandé");
    }
    if (dueOn === undefined) continue;
    if (formalActs[days] !== undefined) {
      faults.add(["formalActs", on], "indiquez un nombre de jours ou un jour, pas les deux");
    }
    if (!isIsoDate(dueOn)) faults.add(["formalActs", on], `ce jour n’existe pas : ${dueOn}`);
    else if (dueOn < calendar.closesAt.slice(0, 10)) {
      faults.add(["formalActs", on], "ce jour ne peut pas précéder la clôture");
    }
  }
  if (formalActs.sessionAfterOpening && formalActs.deliberation === "none") {
    faults.add(["formalActs", "sessionAfterOpening"], "aucune délibération n’est demandée");
  }
}
