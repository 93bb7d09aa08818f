import { questionIdOf } from "~/domain/questionnaire/parse-form-answer";

const asLines = (text: string) => text.replace(/\r\n?/g, "\n");

/** Whether a control shows something else than the server drew. */
function isChanged(control: Element): control is HTMLInputElement | HTMLTextAreaElement {
  if (control instanceof HTMLTextAreaElement) {
    return asLines(control.value) !== asLines(control.defaultValue);
  }
  if (!(control instanceof HTMLInputElement)) return false;
  switch (control.type) {
    case "hidden":
    case "file":
      return false;
    case "radio":
    case "checkbox":
      return control.checked !== control.defaultChecked;
    default:
      return control.value !== control.defaultValue;
  }
}

/** Ids of the questions answered in a form before anything listened to it. */
export function changedQuestions(form: HTMLFormElement | null): ReadonlySet<string> {
  const controls = [...(form?.elements ?? [])].filter(isChanged);
  return new Set(controls.map(({ name }) => questionIdOf(name)).filter(Boolean));
}

/** The file choosers of a form that hold files which nothing has sent. */
export function chosenFiles(form: HTMLFormElement | null): readonly HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>("input[type=file]") ?? [])].filter(
    ({ files }) => files !== null && files.length > 0,
  );
}

/**
 * Texts typed in the text areas of a form before it is alive, by name: React writes the server's text
 * over them when it takes the page over. Nothing on the server.
 */
export function textsBeforeHydration(formId: string): ReadonlyMap<string, string> {
  const form = typeof document === "undefined" ? null : document.getElementById(formId);
  const areas = [...(form?.querySelectorAll("textarea") ?? [])].filter(isChanged);
  return new Map(areas.map(({ name, value }) => [name, value]));
}

/** Puts those texts back where they were typed. */
export function restoreTexts(
  form: HTMLFormElement | null,
  texts: ReadonlyMap<string, string>,
): void {
  for (const area of form?.querySelectorAll("textarea") ?? []) {
    const text = texts.get(area.name);
    if (text !== undefined && area.value === area.defaultValue) area.value = text;
  }
}
