import { zodResolver } from "@hookform/resolvers/zod";
import { Form, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import type { Calendar } from "~/domain/campaign/document";
import { plainIssue } from "~/features/forms/check-fields";
import { Button, ButtonGroup } from "~/ui/components/button";
import { ErrorSummary } from "~/ui/components/error-summary";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { milestoneLabels, milestones } from "../labels";
import { calendarFormSchema } from "../schemas";

type Props = {
  readonly calendar: Calendar;
  readonly version: number;
  /** What the server refused, and what was typed then. */
  readonly errors: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
};

const optionalMilestones = new Set(["examinationEndsAt", "juryAt", "publishesAt"]);

/** A native form; in the browser the server's own schema also checks each field as it is left. */
export function CalendarForm({ calendar, version, errors, values }: Props) {
  const submit = useSubmit();
  const summary = useRef<HTMLDivElement>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(calendarFormSchema, { error: plainIssue }),
    mode: "onTouched",
    shouldFocusError: false,
  });
  const all: Record<string, string> = { ...errors };
  for (const [name, error] of Object.entries(formState.errors)) {
    if (typeof error?.message === "string") all[name] = error.message;
  }
  const list = Object.entries(all).map(([fieldId, message]) => ({ fieldId, message }));
  const hasRefusal = formState.submitCount > 0 || Object.keys(errors).length > 0;
  useEffect(() => {
    if (hasRefusal && list.length > 0) summary.current?.focus();
  }, [hasRefusal, list.length]);
  return (
    <>
      <ErrorSummary
        ref={summary}
        errors={hasRefusal ? list : []}
        title="Le calendrier n’est pas enregistré"
      />
      <Form
        method="post"
        noValidate
        className="jl-form"
        onSubmit={handleSubmit((_valid, event) => submit(event?.target as HTMLFormElement))}
      >
        <input type="hidden" name="intention" value="calendrier" />
        <input type="hidden" {...register("version")} value={values?.version ?? version} />
        {milestones.map((name) => (
          <TextField
            key={name}
            {...register(name)}
            label={milestoneLabels[name]}
            type="datetime-local"
            step={1}
            width="md"
            optional={optionalMilestones.has(name)}
            defaultValue={values?.[name] ?? calendar[name] ?? ""}
            error={all[name]}
          />
        ))}
        <TextAreaField
          {...register("reason")}
          label="Motif du changement"
          hint="Conservé au journal, avec votre nom et l’heure."
          defaultValue={values?.reason ?? ""}
          error={all.reason}
        />
        <ButtonGroup>
          <Button>Enregistrer le calendrier</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
