import { Form } from "@remix-run/react";
import { longestMessage } from "~/domain/message/thread";
import { ExaminationHeading } from "~/features/application-file/examination-heading";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { EmptyState } from "~/ui/components/empty-state";
import { FormErrors } from "~/ui/components/form-errors";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatDateTime, frenchText } from "~/ui/format";
import { useKeptText } from "~/ui/use-kept-text";
import { noteHint } from "../labels";
import type { NotesView, NoteView } from "../notes.server";
import type { RefusedMessage } from "./refused-message";

type Props = {
  readonly view: NotesView;
  readonly refused: RefusedMessage | undefined;
  readonly isSaved: boolean;
};

/** The notes that those who examine an application write for each other, the newest first. */
export function NotesPage({ view, refused, isSaved }: Props) {
  return (
    <div className="jl-page">
      <ExaminationHeading
        file={view}
        leaf="Notes internes"
        lead="Entre services qui instruisent. L’établissement n’y a jamais accès."
      />
      <FormErrors errors={refused?.errors} title="Rien n’a été enregistré" />
      {isSaved && !refused ? <Alert tone="success" role="status" title="C’est enregistré" /> : null}
      {view.mayWrite ? <NoteForm key={view.ownLast} view={view} refused={refused} /> : null}
      {view.notes.length === 0 ? (
        <EmptyState title="Aucune note">
          {view.mayWrite
            ? "Un point à vérifier, un appel passé\u00a0? Gardez-en trace ici pour vos collègues."
            : "Personne n’a écrit de note sur cette candidature."}
        </EmptyState>
      ) : (
        <Sheet title="Notes">
          <ol className="jl-thread">
            {view.notes.map((note) => (
              <Note key={note.id} view={view} note={note} />
            ))}
          </ol>
        </Sheet>
      )}
    </div>
  );
}

function NoteForm({ view, refused }: Pick<Props, "view" | "refused">) {
  const area = useKeptText(`jalons-note-${view.id}`, String(view.ownLast));
  return (
    <Sheet title="Écrire une note">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="noter" />
        <input type="hidden" name="cle" value={view.key} />
        <TextAreaField
          ref={area}
          name="texte"
          label="Votre note"
          hint={noteHint}
          rows={4}
          maxLength={longestMessage}
          defaultValue={refused?.typed ?? ""}
          error={refused?.errors.texte}
        />
        <div>
          <Button>Enregistrer la note</Button>
        </div>
      </Form>
    </Sheet>
  );
}

function Note({ view, note }: { readonly view: NotesView; readonly note: NoteView }) {
  const here = paths.internalNotes(view.slug, view.id);
  return (
    <li className="jl-message" id={`note-${note.id}`}>
      <div className="jl-message__head">
        <p>
          <strong>{note.author}</strong>
        </p>
        <p className="jl-message__at">
          <time dateTime={note.writtenAt}>{formatDateTime(note.writtenAt)}</time>
        </p>
      </div>
      {note.body === null ? (
        <p className="jl-quiet">
          {`Note retirée par son auteur le ${formatDateTime(note.removedAt ?? note.writtenAt)}.`}
        </p>
      ) : (
        <p className="jl-typed">{note.body}</p>
      )}
      {note.isOwn && note.body !== null && !note.isRemoving ? (
        <p>
          <Anchor to={`${here}?retirer=${note.id}#note-${note.id}`} preventScrollReset>
            Retirer
            <span className="fr-sr-only">{` ma note du ${formatDateTime(note.writtenAt)}`}</span>
          </Anchor>
        </p>
      ) : null}
      {note.isOwn && note.body !== null && note.isRemoving ? (
        <Form method="post" className="jl-form">
          <input type="hidden" name="intention" value="retirer" />
          <input type="hidden" name="note" value={note.id} />
          <p>
            {frenchText(
              "Retirer cette note ? Plus personne n’en lira le texte ; le journal garde qu’elle a été écrite puis retirée.",
            )}
          </p>
          <ButtonGroup>
            <Button variant="secondary">Retirer la note</Button>
            <LinkButton to={here} variant="tertiary">
              La garder
            </LinkButton>
          </ButtonGroup>
        </Form>
      ) : null}
    </li>
  );
}
