import type { FileState } from "./file-state";

/** Where the person is: ids of the questionnaire, null for none. */
export type Place = { readonly sectionId: string | null; readonly questionId: string | null };

export type Watching = {
  /** The person went to another question. */
  readonly move: (place: Place) => void;
  readonly stop: () => void;
};

const beat = 15_000;
/** Between two askings when no stream can be had. */
const pollEvery = 10_000;
const moveDelay = 600;
const mostFailures = 2;
/** Askings after which a stream is tried again. */
const retryStreamAfter = 30;

/**
 * Says that this page is in a file and where, and tells `onState` who else is there and what they
 * wrote: by server-sent events while the page is visible, else by asking again and again. Stops by
 * itself once the file is no longer open to the person.
 */
export function watchFile(
  applicationId: string,
  start: Place,
  onState: (state: FileState) => void,
): Watching {
  const address = `/api/candidatures/${applicationId}`;
  const tab = crypto.randomUUID();
  let place = start;
  let since: string | null = null;
  let source: EventSource | undefined;
  let failures = 0;
  let polls = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
  };
  const end = () => {
    isOver = true;
    close();
  };
  const take = (state: FileState) => {
    if (!isOver) onState(state);
  };
  const say = async () => {
    try {
      const response = await fetch(`${address}/presence`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ tab, since, ...place }),
        signal: AbortSignal.timeout(pollEvery),
      });
      if (response.status === 403 || response.status === 404) {
        take({ people: [], changes: [], at: "" });
        end();
      }
      if (!response.ok) return;
      const state = (await response.json()) as FileState;
      since = state.at;
      take(state);
    } catch {
      // The network is away: the next beat asks again, from the same instant.
    }
  };
  const listen = () => {
    if (source || failures >= mostFailures || typeof EventSource === "undefined") return;
    const opened = new EventSource(`${address}/flux`);
    source = opened;
    opened.onmessage = ({ data }) => {
      failures = 0;
      take(JSON.parse(data));
    };
    opened.onerror = () => {
      failures += 1;
      // A refusal closes it for good; the next beat opens another, or goes on without.
      if (opened.readyState !== EventSource.CLOSED && failures < mostFailures) return;
      opened.close();
      source = undefined;
      go(pollEvery);
    };
  };
  const go = (delay: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(turn, delay);
  };
  const turn = () => {
    if (document.visibilityState === "hidden") return;
    void say();
    if (failures >= mostFailures) polls += 1;
    if (polls >= retryStreamAfter) {
      polls = 0;
      failures = 0;
    }
    listen();
    go(source ? beat : pollEvery);
  };
  const look = () => {
    if (isOver) return;
    close();
    failures = 0;
    turn();
  };
  const leave = () => {
    close();
    const body = JSON.stringify({ tab });
    if (!isOver) navigator.sendBeacon(`${address}/presence/quitter`, body);
  };
  /** Found again as it was left, by « page précédente ». */
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && look();
  document.addEventListener("visibilitychange", look);
  globalThis.addEventListener("pagehide", leave);
  globalThis.addEventListener("pageshow", comeBack);
  turn();

  return {
    move: (next) => {
      if (next.questionId === place.questionId) return;
      place = next;
      if (document.visibilityState !== "hidden") go(moveDelay);
    },
    stop: () => {
      leave();
      end();
      document.removeEventListener("visibilitychange", look);
      globalThis.removeEventListener("pagehide", leave);
      globalThis.removeEventListener("pageshow", comeBack);
    },
  };
}
