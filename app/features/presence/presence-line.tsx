import type { FileState } from "./file-state";
import { presenceSentence } from "./presence-words";

type Props = {
  readonly people: FileState["people"];
  /** What somebody else just wrote, in words; announced when it changes. */
  readonly news: string;
};

/** « Aussi dans ce dossier : … », in a line of its own that is there even when it is empty. */
export function PresenceLine({ people, news }: Props) {
  return (
    <div className="jl-presence-line">
      <p>{presenceSentence(people)}</p>
      <p role="status">{news}</p>
    </div>
  );
}
