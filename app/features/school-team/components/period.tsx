import { formatDate, formatDateTime } from "~/ui/format";
import type { MandateLine } from "../mandate-line";

/** « Du 1er septembre 2026 au 31 août 2027 », or what is known of it. */
export function periodOf({
  validFrom,
  validUntil,
  endedAt,
}: Pick<MandateLine, "validFrom" | "validUntil" | "endedAt">): string {
  const begins = validFrom ? formatDate(validFrom) : null;
  if (endedAt) return begins ? `À partir du ${begins}` : "Début non renseigné";
  if (begins && validUntil) return `Du ${begins} au ${formatDate(validUntil)}`;
  if (begins) return `Depuis le ${begins}`;
  return validUntil ? `Jusqu’au ${formatDate(validUntil)}` : "Sans date de fin";
}

/** What is worth saying under the period: an end ahead of time, or an account still to open. */
export function periodDetail(
  line: Pick<MandateLine, "endedAt" | "status" | "isWaiting">,
): string | null {
  if (line.endedAt) return `Fin le ${formatDateTime(line.endedAt)}`;
  return line.isWaiting && line.status !== "ended" ? "Compte pas encore ouvert" : null;
}
