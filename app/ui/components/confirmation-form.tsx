import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonGroup } from "./button";
import { Sheet } from "./sheet";

export interface ConfirmationFormProps {
  /** Title of the sheet around the form. */
  title?: string;
  /** Anchor of the sheet. */
  id?: string;
  /** What is about to be done: facts to check, or the last fields to fill in. */
  children?: ReactNode;
  /** Values of an earlier step, sent again with the confirmation. */
  kept?: Readonly<Record<string, string>>;
  /** Words of the button that commits; they say what it does. */
  confirm: string;
  /** Value of `intention` sent by that button, where one address answers several forms. */
  intention?: string;
  /** Other ways on, after the button: going back, giving up. */
  others?: ReactNode;
  /** What stays true afterwards, in small. */
  note?: ReactNode;
}

/**
 * The last step before something that engages: what it does is said above the button, and the button
 * that commits comes first, so that the Enter key does what the form says.
 */
export function ConfirmationForm({
  title,
  id,
  children,
  kept = {},
  confirm,
  intention,
  others,
  note,
}: ConfirmationFormProps) {
  return (
    <Sheet title={title} id={id}>
      <Form method="post" noValidate className="jl-form">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <ButtonGroup>
          <Button name={intention && "intention"} value={intention}>
            {confirm}
          </Button>
          {others}
        </ButtonGroup>
        {note ? <p className="jl-quiet">{note}</p> : null}
      </Form>
    </Sheet>
  );
}
