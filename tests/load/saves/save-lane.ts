import { type Answer, HttpConnection } from "./http-connection";
import { type PreparedFile, savedQuestions } from "./prepare-files";

/** One client on one file: saves the same few answers again and again, each from the version it was given. */
export class SaveLane {
  private readonly versions = savedQuestions.map(() => 0);
  private turn = 0;

  private constructor(
    private readonly file: PreparedFile,
    private readonly connection: HttpConnection,
  ) {}

  static async open(file: PreparedFile, port: number): Promise<SaveLane> {
    return new SaveLane(file, await HttpConnection.open(port));
  }

  /** A first save of each question, so that those that follow all replace an answer. */
  async begin(): Promise<void> {
    for (const _ of savedQuestions) await this.save();
  }

  /**
   * Saves one answer.
   * @throws Error when the server does not answer 200 with the next version.
   */
  async save(): Promise<void> {
    const rank = this.turn % savedQuestions.length;
    const question = savedQuestions[rank];
    const version = this.versions[rank];
    if (!question || version === undefined) throw new Error("Question de mesure introuvable.");
    this.turn += 1;
    const answer = await this.connection.send(
      "PUT",
      `/api/candidatures/${this.file.applicationId}/reponses/${question.questionId}`,
      {
        type: "application/json",
        body: JSON.stringify({ value: question.values[version % 2], version }),
        headers: { Cookie: this.file.cookie },
      },
    );
    if (versionOf(answer) !== version + 1) {
      throw new Error(
        `Enregistrement refusé : ${answer.status} ${answer.body} (version ${version} de ${question.questionId})`,
      );
    }
    this.versions[rank] = version + 1;
  }

  close(): void {
    this.connection.close();
  }
}

function versionOf({ status, body }: Answer): number | undefined {
  if (status !== 200) return undefined;
  const { version } = JSON.parse(body) as { version?: number };
  return version;
}
