import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { Button } from "~/ui/components/button";
import { FieldMessage, FieldsetShell } from "~/ui/components/field";
import { formatCount } from "~/ui/format";
import { addRowName, removeRowName } from "../form-names";
import type { FieldFault } from "../section-state";
import { rowNumbersOf, type TypedFields } from "../typed-fields";
import { QuestionField } from "./question-field";

type Props = {
  readonly question: QuestionOf<"repeatable">;
  readonly label: React.ReactNode;
  readonly typed: TypedFields;
  readonly fault?: FieldFault;
  /** One more row, asked without JavaScript. */
  readonly hasExtraRow: boolean;
  /** Told after a row was added or removed in the page. */
  readonly onRowsChanged: (questionId: string) => void;
};

/** Rows of the same fields. Each is a native disclosure: closed, it shows a line that sums it up. */
export function RepeatableField({
  question,
  label,
  typed,
  fault,
  hasExtraRow,
  onRowsChanged,
}: Props) {
  const { id, max } = question;
  const [rows, setRows] = useState(() => initialRows(question, typed, hasExtraRow));
  const [opened, setOpened] = useState<number>();
  const told = useRef(rows);
  const list = useRef<HTMLDivElement>(null);
  // Told once the rows are in the page, where their fields are read.
  useEffect(() => {
    if (told.current === rows) return;
    focusAfter(list.current, told.current, rows);
    told.current = rows;
    onRowsChanged(id);
  }, [rows, id, onRowsChanged]);
  const add = () => {
    const next = Math.max(-1, ...rows) + 1;
    setRows([...rows, next]);
    setOpened(next);
  };
  const noun = question.rowLabel ?? "Ligne";
  return (
    <FieldsetShell
      name={fieldName(id)}
      label={label}
      hint={[question.help, boundsText(question)].filter(Boolean).join(" ")}
      optional={!question.required}
      labelSize="question"
    >
      <div className="jl-repeat" ref={list} id={rows.length === 0 ? fieldName(id) : undefined}>
        {rows.map((row, index) => {
          const rowFault =
            fault?.rowId !== undefined && fault.rowId === rowId(id, row, typed) ? fault : undefined;
          const isNew = typed[fieldName(id, row, "_id")] === undefined;
          return (
            <details
              key={row}
              className="jl-repeat__item"
              open={isNew || opened === row || rowFault !== undefined}
            >
              <summary className="jl-repeat__head">
                <strong>{`${noun} ${index + 1}`}</strong>
                <span className="jl-repeat__summary">{summaryOf(question, row, typed)}</span>
                <span className="jl-repeat__edit">Modifier</span>
              </summary>
              <div className="jl-form jl-repeat__fields">
                <input
                  type="hidden"
                  name={fieldName(id, row, "_id")}
                  defaultValue={rowId(id, row, typed)}
                />
                {question.questions.map((field, rank) =>
                  field.kind === "calculated" ? null : (
                    <QuestionField
                      key={field.id}
                      question={field}
                      name={fieldName(id, row, field.id)}
                      label={field.title}
                      typed={typed}
                      error={
                        rowFault &&
                        (rowFault.fieldId === field.id || (!rowFault.fieldId && rank === 0))
                          ? rowFault.message
                          : undefined
                      }
                    />
                  ),
                )}
                <Button
                  name={removeRowName}
                  value={`${id}:${row}`}
                  variant="tertiary"
                  size="sm"
                  formNoValidate
                  onClick={(event) => {
                    event.preventDefault();
                    setRows(rows.filter((kept) => kept !== row));
                  }}
                >
                  {`Retirer ${noun.toLowerCase()} ${index + 1}`}
                </Button>
              </div>
            </details>
          );
        })}
        {rows.length < max ? (
          <div>
            <Button
              name={addRowName}
              value={id}
              variant="secondary"
              size="sm"
              icon={Plus}
              formNoValidate
              onClick={(event) => {
                event.preventDefault();
                add();
              }}
            >
              {`Ajouter${rows.length === 0 ? "" : " encore"} : ${noun.toLowerCase()}`}
            </Button>
          </div>
        ) : null}
      </div>
      {fault && fault.rowId === undefined ? (
        <FieldMessage id={`${fieldName(id)}-message`} error={fault.message} />
      ) : null}
    </FieldsetShell>
  );
}

/** In the first field of a row that was added; beside a row that was removed with the focus in it. */
function focusAfter(
  list: HTMLElement | null,
  before: readonly number[],
  after: readonly number[],
): void {
  const items = list?.querySelectorAll<HTMLElement>(".jl-repeat__item") ?? [];
  if (after.length > before.length) {
    const field = "input:not([type=hidden]), textarea, select";
    items[items.length - 1]?.querySelector<HTMLElement>(field)?.focus();
    return;
  }
  const removed = before.findIndex((row) => !after.includes(row));
  const beside = items[Math.min(removed, items.length - 1)]?.querySelector("summary");
  (beside ?? list?.querySelector<HTMLElement>(":scope > div > button"))?.focus();
}

function initialRows(
  question: QuestionOf<"repeatable">,
  typed: TypedFields,
  hasExtraRow: boolean,
): number[] {
  const rows = rowNumbersOf(question.id, typed);
  const needsOne = hasExtraRow || (rows.length === 0 && question.min > 0);
  return needsOne && rows.length < question.max ? [...rows, Math.max(-1, ...rows) + 1] : rows;
}

/** A row keeps its identity; a new one takes the first that is free. */
function rowId(questionId: string, row: number, typed: TypedFields): string {
  const known = typed[fieldName(questionId, row, "_id")]?.[0];
  if (known) return known;
  const used = new Set(
    rowNumbersOf(questionId, typed).map(
      (number) => typed[fieldName(questionId, number, "_id")]?.[0],
    ),
  );
  let rank = row + 1;
  while (used.has(`ligne-${rank}`)) rank += 1;
  return `ligne-${rank}`;
}

function summaryOf(question: QuestionOf<"repeatable">, row: number, typed: TypedFields): string {
  return question.questions
    .flatMap((field) => {
      const texts = typed[fieldName(question.id, row, field.id)] ?? [];
      const isChoice =
        field.kind === "single-choice" ||
        field.kind === "scale" ||
        field.kind === "multiple-choice";
      if (field.kind === "long-text" || texts.length === 0) return [];
      const value = field.kind === "multiple-choice" ? texts : texts[0];
      return [isChoice ? formatAnswer(field, value) : texts.join(", ")];
    })
    .filter(Boolean)
    .slice(0, 3)
    .join(" · ");
}

function boundsText({ min, max }: QuestionOf<"repeatable">): string {
  return min > 0
    ? `De ${min} à ${formatCount(max, "ligne")}.`
    : `${formatCount(max, "ligne")} au plus.`;
}
