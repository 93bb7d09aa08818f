import { visitor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { listPresent } from "~/domain/application/presence";
import { overlap, seenChanges } from "~/features/presence/enter-file.server";
import type { FileState } from "~/features/presence/file-state";
import { dismissFromFile } from "~/features/presence/leave-file.server";
import {
  type FilesReading,
  openWatchedFile,
  type Places,
  readFiles,
} from "~/features/presence/watched-file.server";
import { readSignedIn } from "~/features/sign-in/current-actor.server";
import type { EventSink } from "~/server/send-events";
import { isDatabaseUnavailable } from "~db/unavailable";
import { inWork, type Work } from "~db/work.server";
import { logger } from "./logger.server";
import { startRuntime } from "./runtime.server";

/** Streams that one person may hold, and that one process serves. */
export const mostStreams = { perPerson: 4, perProcess: 500 } as const;

/** A session and a scope are read again when they were last read this long ago (milliseconds). */
const accessLife = 10_000;
const keepAliveEvery = 15_000;
/** Wait before a browser opens a stream that ended, in milliseconds. */
const retryAfter = 3_000;

export type Seat = {
  readonly applicationId: string;
  readonly personId: string;
  readonly cookie: string | undefined;
  readonly places: Places;
};

type Listener = Seat & {
  sink: EventSink | undefined;
  checkedAt: number;
  writtenAt: number;
  /** What was last told, so that only news is sent. */
  people: string;
  readonly versions: Map<string, number>;
};

export type TakenSeat =
  | { readonly ok: true; readonly stream: (sink: EventSink) => () => void }
  | { readonly ok: false; readonly reason: "too-many-yours" | "full" };

export type PresenceHub = {
  /** Takes a place for a page that may listen; its stream tells it the news until it leaves. */
  readonly take: (seat: Seat) => TakenSeat;
  /** Reads every file listened to, once, and tells the news. */
  readonly look: () => Promise<void>;
  readonly count: () => number;
  /** Ends every stream, and takes no more. */
  readonly stop: () => void;
};

/**
 * The pages that listen to their file in this process. One loop reads all their files together, in two
 * statements, every `everyMilliseconds`; none runs while nobody listens. Several processes over one
 * database tell the same, since each reads what the others wrote.
 */
export function createPresenceHub(everyMilliseconds: number): PresenceHub {
  const listeners = new Set<Listener>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAway = false;
  let isStopped = false;

  const look = async (): Promise<void> => {
    const { database, journalKey } = await startRuntime();
    const asWork: AsWork = (task) =>
      inWork(database, { actor: visitor, now: new Date(), journalKey }, task);
    for (const listener of listeners) {
      if (Date.now() - listener.checkedAt < accessLife) continue;
      if (await isStillAllowed(asWork, listener)) listener.checkedAt = Date.now();
      else dismiss(listener);
    }
    const ids = [...new Set([...listeners].map(({ applicationId }) => applicationId))];
    const [reading, now] = await asWork(async (work) => [
      await readFiles(work, ids, new Date(work.now.getTime() - overlap)),
      work.now,
    ]);
    // One whose access could not be read again is told nothing: the error has left this function.
    for (const listener of listeners) tell(listener, reading, now);
  };

  const turn = () => {
    timer = undefined;
    void look()
      .then(() => {
        isAway = false;
      })
      .catch((error: unknown) => {
        if (!isDatabaseUnavailable(error)) logger.error({ err: error }, "Suivi en direct");
        else if (!isAway) logger.warn("Suivi en direct : base de données indisponible");
        isAway = true;
      })
      .finally(() => {
        for (const listener of listeners) keepAlive(listener);
        plan();
      });
  };
  const plan = () => {
    if (isStopped || timer !== undefined || listeners.size === 0) return;
    timer = setTimeout(turn, everyMilliseconds);
    timer.unref();
  };
  const leave = (listener: Listener) => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
  const dismiss = (listener: Listener) => {
    leave(listener);
    listener.sink?.end();
  };

  return {
    take: (seat) => {
      const own = [...listeners].filter(({ personId }) => personId === seat.personId);
      if (own.length >= mostStreams.perPerson) return { ok: false, reason: "too-many-yours" };
      if (isStopped || listeners.size >= mostStreams.perProcess) {
        return { ok: false, reason: "full" };
      }
      const now = Date.now();
      const told = { people: "", versions: new Map<string, number>() };
      const listener: Listener = {
        ...seat,
        ...told,
        sink: undefined,
        checkedAt: now,
        writtenAt: now,
      };
      listeners.add(listener);
      plan();
      return {
        ok: true,
        stream: (sink) => {
          listener.sink = sink;
          sink.write(`retry: ${retryAfter}\n\n`);
          if (isStopped) sink.end();
          return () => leave(listener);
        },
      };
    },
    look,
    count: () => listeners.size,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      for (const listener of [...listeners]) dismiss(listener);
    },
  };
}

type AsWork = <T>(task: (work: Work) => Promise<T>) => Promise<T>;

/** A fault of ours about one page ends its stream, not those of the others. */
async function isStillAllowed(asWork: AsWork, listener: Listener): Promise<boolean> {
  try {
    return await asWork((work) => mayStillListen(work, listener));
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    logger.error({ err: error }, "Suivi en direct : accès non relu");
    return false;
  }
}

/** Reads the session and the scope again; whoever has lost one is no longer shown as being there. */
async function mayStillListen(
  work: Work,
  { cookie, applicationId, personId }: Listener,
): Promise<boolean> {
  const signedIn = await readSignedIn(work, cookie, { extends: false });
  const scope = signedIn ? scopeFor(signedIn.actor, "application.answer") : [];
  const file = await openWatchedFile(work, scope, applicationId);
  if (!file.ok) await dismissFromFile(work, applicationId, personId);
  return file.ok;
}

/** Sends one page what it was not told yet of its file. */
function tell(listener: Listener, { tabs, changes }: FilesReading, now: Date): void {
  const { applicationId, places, personId, versions } = listener;
  const isOwn = (row: { readonly applicationId: string }) => row.applicationId === applicationId;
  const people = listPresent(tabs.filter(isOwn), places.numbers, now, personId);
  const news = seenChanges(changes.filter(isOwn)).filter(
    ({ questionId, version }) => version > (versions.get(questionId) ?? 0),
  );
  const said = JSON.stringify(people);
  if (!listener.sink || (said === listener.people && news.length === 0)) return;
  for (const { questionId, version } of news) versions.set(questionId, version);
  listener.people = said;
  listener.writtenAt = now.getTime();
  const state: FileState = { people, changes: news, at: now.toISOString() };
  listener.sink.write(`data: ${JSON.stringify(state)}\n\n`);
}

/** A comment, so that no proxy takes a quiet stream for a dead one. */
function keepAlive(listener: Listener): void {
  if (Date.now() - listener.writtenAt < keepAliveEvery) return;
  listener.writtenAt = Date.now();
  listener.sink?.write(": \n\n");
}

const everyMilliseconds = 1_500;

/** The hub of this process. */
export const presenceHub = createPresenceHub(everyMilliseconds);

/** Ends the streams of this process, which is about to stop: browsers find the next one by themselves. */
export function endStreams(): void {
  presenceHub.stop();
}
