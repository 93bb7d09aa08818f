/** The forms in which the applications of a campaign are taken away. */
export const exportKinds = ["csv", "ods", "xlsx", "zip"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** How far an export is: see `db/schema/exports.ts`. */
export const exportStates = ["waiting", "running", "ready", "failed", "cancelled"] as const;
export type ExportState = (typeof exportStates)[number];
