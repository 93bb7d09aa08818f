import { Form } from "@remix-run/react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { flushPendingSaves } from "~/features/answer-questionnaire/autosave";
import { paths } from "~/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { Sheet } from "~/ui/components/sheet";

type Props = {
  readonly file: {
    readonly id: string;
    /** Who reads the page: their browser may hold answers that are not sent yet. */
    readonly personId: string;
    readonly declaration: string;
  };
  readonly error: string | undefined;
  /** What the button says. */
  readonly button: string;
  /** What is sent besides the declaration. */
  readonly fields?: ReactNode;
  /** What sending means, in words. */
  readonly children: ReactNode;
};

/** Declares on honour and sends, once the answers that this browser has not sent yet are saved. */
export function DeclarationSheet({ file, error, button, fields, children }: Props) {
  const [message, setMessage] = useState("");
  const isSettled = useRef(false);
  async function sendWhenSaved(event: FormEvent<HTMLFormElement>) {
    if (isSettled.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    setMessage("Enregistrement des dernières réponses…");
    isSettled.current = (await flushPendingSaves(file.id, file.personId)).length === 0;
    setMessage(
      isSettled.current
        ? ""
        : "Des réponses ne sont pas encore enregistrées. Vérifiez votre connexion, puis réessayez.",
    );
    // A form that is still telling of its first submission ignores a second one: wait for its end.
    if (isSettled.current) setTimeout(() => form.requestSubmit());
  }
  return (
    <Sheet title="Déclaration sur l’honneur">
      <Form method="post" noValidate onSubmit={sendWhenSaved} className="jl-form">
        {fields}
        <Checkbox name="declaration" value="oui" label={file.declaration} error={error} />
        <p className="jl-second">{children}</p>
        <p role="status">{message}</p>
        <ButtonGroup>
          <Button size="lg">{button}</Button>
          <LinkButton to={paths.review(file.id)} variant="tertiary">
            Relire les réponses
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
