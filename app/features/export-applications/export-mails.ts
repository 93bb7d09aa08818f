import { environment } from "~/env.server";
import { paths } from "~/paths";
import { formatBytes, formatDateTime, frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import type { Requester } from "~db/repositories/export-requesters.server";
import type { ExportRow } from "~db/repositories/exports.server";
import type { OutgoingMail } from "~db/repositories/mails.server";
import { kindLabels } from "./labels";

type Ready = Pick<ExportRow, "name" | "kind"> & { readonly size: number; readonly expiresAt: Date };

/** Tells somebody that their export can be downloaded; the file itself never travels by mail. */
export function readyMail(
  { name, kind, size, expiresAt }: Ready,
  { title }: Pick<CampaignRow, "title">,
  { email, name: toName }: Requester,
): OutgoingMail {
  return {
    kind: "export.ready",
    toAddress: email,
    toName,
    subject: frenchText(`Votre export est prêt : ${title}`),
    body: [
      "Bonjour,",
      "",
      frenchText(
        `L’export que vous avez demandé est prêt : « ${name} » (${kindLabels[kind].short}, ${formatBytes(size)}).`,
      ),
      frenchText(`Téléchargez-le depuis vos exports avant le ${formatDateTime(expiresAt)} :`),
      `${environment().origins[0] ?? ""}${paths.exports()}`,
      "",
      frenchText(
        "Il contient des données de candidatures : ne le transmettez qu’à des personnes habilitées, et supprimez-le quand il ne vous sert plus.",
      ),
    ].join("\n"),
  };
}

/** Tells somebody that their export has no file, why, and what to do. */
export function failedMail(
  { name, kind }: Pick<ExportRow, "name" | "kind">,
  { title }: Pick<CampaignRow, "title">,
  { email, name: toName }: Requester,
  failure: string,
): OutgoingMail {
  return {
    kind: "export.failed",
    toAddress: email,
    toName,
    subject: frenchText(`Votre export n’a pas abouti : ${title}`),
    body: [
      "Bonjour,",
      "",
      frenchText(
        `L’export que vous avez demandé n’a pas abouti : « ${name} » (${kindLabels[kind].short}).`,
      ),
      frenchText(failure),
      "",
      "Vos exports :",
      `${environment().origins[0] ?? ""}${paths.exports()}`,
    ].join("\n"),
  };
}
