import { reopeningState } from "~/domain/review/reopening";
import type { ReopeningLine } from "~db/repositories/reopenings.server";

/** An asking as both sides read it. */
export function reopeningView(line: ReopeningLine) {
  return {
    id: line.id,
    asker: line.asker,
    askedAt: line.askedAt.toISOString(),
    reason: line.reason,
    state: reopeningState(line),
    decider: line.decider,
    decidedAt: line.decidedAt?.toISOString() ?? null,
    decisionReason: line.decisionReason,
  };
}
export type ReopeningView = ReturnType<typeof reopeningView>;
