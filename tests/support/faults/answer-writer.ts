type Saved = { readonly value: string; readonly version: number };
type Answers = Readonly<Record<string, { readonly value: unknown; readonly version: number }>>;

export type Target = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly cookie: string;
};

/** What went wrong with one acknowledged answer, in words; nothing when all are there. */
export type Loss = string;

/**
 * One browser that answers one question again and again, as the page does: it names the version it
 * starts from, and after an answer it never received it asks what the server holds.
 */
export class AnswerWriter {
  /** What the server said it saved. */
  private acknowledged: Saved = { value: "", version: 0 };
  /** What was sent and not answered: it may have been saved, or not. */
  private unanswered: Saved | undefined;
  private count = 0;
  readonly statuses = new Map<number, number>();

  constructor(
    readonly target: Target,
    private readonly origin: () => string,
  ) {}

  /** Sends one more answer; true when the server acknowledged it. Throws when it answered nothing. */
  async save(): Promise<boolean> {
    this.count += 1;
    const value = `Réponse ${this.count} à la question ${this.target.questionId}`;
    const { version } = this.acknowledged;
    this.unanswered = { value, version: version + 1 };
    const response = await fetch(this.path(`/${this.target.questionId}`), {
      method: "PUT",
      headers: {
        "Content-Type": "application/json",
        Cookie: this.target.cookie,
        Origin: "http://localhost:3000",
      },
      body: JSON.stringify({ value, version }),
    });
    this.statuses.set(response.status, (this.statuses.get(response.status) ?? 0) + 1);
    const said = (await response.json()) as { version?: number; message?: string };
    if (response.status !== 200 || said.version === undefined) return false;
    this.acknowledged = { value, version: said.version };
    this.unanswered = undefined;
    return true;
  }

  /** Compares what the server holds with what it acknowledged, then goes on from there. */
  async check(): Promise<Loss[]> {
    const response = await fetch(this.path(""), { headers: { Cookie: this.target.cookie } });
    if (response.status !== 200) return [`lecture refusée : ${response.status}`];
    const { answers } = (await response.json()) as { answers: Answers };
    const held = answers[this.target.questionId] ?? { value: "", version: 0 };
    const isAsSaid =
      held.version === this.acknowledged.version && held.value === this.acknowledged.value;
    const isAsSent =
      held.version === this.unanswered?.version && held.value === this.unanswered.value;
    if (!isAsSaid && !isAsSent) {
      return [
        `${this.target.questionId} : acquittée ${JSON.stringify(this.acknowledged)}, trouvée ${JSON.stringify(held)}`,
      ];
    }
    this.acknowledged = { value: String(held.value), version: held.version };
    this.unanswered = undefined;
    return [];
  }

  /** How many times the answer was saved, for sure. */
  get version(): number {
    return this.acknowledged.version;
  }

  private path(rest: string): string {
    return `${this.origin()}/api/candidatures/${this.target.applicationId}/reponses${rest}`;
  }
}

/**
 * Lets every writer save without pause until `enough` acknowledgements in all, then runs `strike` while
 * their next saves are on their way. A writer stops at its first save without acknowledgement, and all
 * of them once the strike has been given.
 */
export async function writeUntilStruck(
  writers: readonly AnswerWriter[],
  enough: number,
  strike: () => Promise<void>,
): Promise<void> {
  let acknowledged = 0;
  let striking: Promise<void> | undefined;
  let isOver = false;
  await Promise.all(
    writers.map(async (writer) => {
      try {
        while (!isOver && (await writer.save())) {
          acknowledged += 1;
          if (acknowledged >= enough) {
            striking ??= strike().finally(() => {
              isOver = true;
            });
          }
        }
      } catch (error) {
        // A connection cut before its answer: what a kill looks like from outside.
        if (!striking) throw error;
      }
    }),
  );
  await striking;
}
