import { ExaminationHeading } from "~/features/application-file/examination-heading";
import { FileHeading } from "~/features/application-file/file-heading";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { EmptyState } from "~/ui/components/empty-state";
import { FormErrors } from "~/ui/components/form-errors";
import { Sheet } from "~/ui/components/sheet";
import { formatCount } from "~/ui/format";
import { writeRefusals } from "../labels";
import type { MessagesView } from "../messages-view.server";
import { Message } from "./message";
import { MessageForm } from "./message-form";
import { ReadMark } from "./read-mark";
import type { RefusedMessage } from "./refused-message";

type Props = {
  readonly view: MessagesView;
  readonly refused: RefusedMessage | undefined;
  readonly isSent: boolean;
};

/** The thread of an application, the oldest message first, then what writes the next one. */
export function MessagesPage({ view, refused, isSent }: Props) {
  const { messages, refusal, mayWrite, isPast } = view;
  return (
    <div className="jl-page">
      {view.side === "school" ? (
        <FileHeading file={view} leaf="Messages" />
      ) : (
        <ExaminationHeading file={view} leaf="Messages" />
      )}
      <FormErrors errors={refused?.errors} title="Le message n’est pas envoyé" />
      {isSent && !refused ? (
        <Alert tone="success" role="status" title="Votre message est envoyé" />
      ) : null}
      {messages.length > 0 ? <Thread view={view} /> : null}
      {messages.length === 0 && !refusal ? (
        <EmptyState title="Aucun message">
          {view.side === "school"
            ? "Une question sur votre candidature, une pièce à expliquer\u00a0? Écrivez à l’instruction ici\u00a0: l’échange reste avec le dossier."
            : "Une précision à demander sans rouvrir de question\u00a0? Écrivez à l’établissement ici\u00a0: l’échange reste avec le dossier."}
        </EmptyState>
      ) : null}
      {refusal ? (
        <Alert tone="info">
          <p>{writeRefusals[refusal]}</p>
        </Alert>
      ) : isPast ? null : mayWrite ? (
        <MessageForm key={view.ownLast} view={view} refused={refused} />
      ) : (
        <p className="jl-quiet">Vous lisez ces messages sans pouvoir en écrire.</p>
      )}
    </div>
  );
}

function Thread({ view }: Pick<Props, "view">) {
  const { messages, olderBefore, isPast, unreadThrough } = view;
  const unread = messages.filter(({ isNew }) => isNew).length;
  return (
    <Sheet
      title={isPast ? "Messages plus anciens" : "Échanges"}
      aside={unread > 0 ? formatCount(unread, "non lu", "non lus") : undefined}
    >
      <div className="jl-stack">
        {olderBefore === null ? null : (
          <p>
            <Anchor to={`?avant=${olderBefore}`}>Voir les messages plus anciens</Anchor>
          </p>
        )}
        <ol className="jl-thread jl-thread--talk">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
        {unreadThrough === null ? null : <ReadMark key={unreadThrough} through={unreadThrough} />}
        {isPast ? (
          <p>
            <Anchor to="?">Revenir aux derniers messages</Anchor>
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}
