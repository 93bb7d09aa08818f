import fc from "fast-check";
import type { FoundForm } from "./explore";
import type { Sent } from "./harness";
import { encodeHostile, hostileValue } from "./hostile";
import type { FormField } from "./read-forms";

/** What one form sends once filled in: an honest request, to be damaged one field at a time. */
export type Submission = {
  readonly route: string;
  readonly person: string;
  readonly target: string;
  readonly isMultipart: boolean;
  /** Names and values as they go on the wire, percent-encoded. */
  readonly fields: readonly (readonly [name: string, value: string, type: string])[];
};

/** The first bytes of a file that is what its name says. */
const honestFile = "%PDF-1.7\nessai";

/** A value that an honest person could give to a field left empty. */
function plausible({ name, type, isNumber }: FormField): string {
  if (type === "date") {
    const days = /due|echeance|until/i.test(name) ? 30 : -1;
    return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  }
  if (type === "file") return honestFile;
  if (type === "hidden" || type === "datetime-local") return "";
  if (type === "checkbox") return "on";
  if (type === "email") return "personne@exemple.fr";
  if (type === "password") return "demonstration-jalons";
  if (isNumber || type === "number" || /quantity/i.test(name)) return "1";
  return "Une phrase d’essai assez longue.";
}

/** The choices that a person would send of a group: one radio button, one box, never « sans objet ». */
function isSent(form: FoundForm, field: FormField): boolean {
  if (field.type !== "radio" && field.type !== "checkbox") return true;
  const group = form.fields.filter(({ type, name }) => type === field.type && name === field.name);
  // The first of the buttons is often what is already so.
  const chosen = field.type === "radio" ? (group[1] ?? group[0]) : group[0];
  return field === chosen && !field.name.endsWith(".na");
}

/** Fills forms in, each button of a form making a submission of its own; repeated forms count once. */
export function fillForms(forms: readonly FoundForm[]): Submission[] {
  const seen = new Set<string>();
  const submissions: Submission[] = [];
  for (const form of forms) {
    const buttons = form.buttons.length > 0 ? form.buttons : [undefined];
    for (const button of buttons) {
      const names = form.fields.map(({ name }) => name).join(" ");
      const hidden = form.fields.find(({ name }) => name === "intention")?.value;
      const key = `${form.route} ${names} ${hidden} ${button?.name} ${button?.value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const fields = form.fields
        .filter((field) => isSent(form, field))
        .map((field) => {
          const value = field.value || field.options.find(Boolean) || plausible(field);
          return [encodeHostile(field.name), encodeHostile(value), field.type] as const;
        });
      submissions.push({
        route: form.route,
        person: form.person,
        target: form.action,
        isMultipart: form.isMultipart,
        fields: button
          ? [...fields, [encodeHostile(button.name), encodeHostile(button.value), "submit"]]
          : fields,
      });
    }
  }
  return submissions;
}

type Damage =
  | { readonly kind: "replace" | "repeat" | "file"; readonly at: number; readonly value: string }
  | { readonly kind: "drop" | "empty" | "nest"; readonly at: number };

function applyDamage(fields: Submission["fields"], damage: Damage): Submission["fields"] {
  const at = fields.length === 0 ? 0 : damage.at % fields.length;
  const field = fields[at];
  if (!field) return fields;
  const [name, , type] = field;
  switch (damage.kind) {
    case "drop":
      return fields.filter((_, index) => index !== at);
    case "empty":
      return fields.with(at, [name, "", type]);
    case "nest":
      return fields.with(at, [`${name}[__proto__]`, field[1], type]);
    case "replace":
      return fields.with(at, [name, damage.value, type]);
    case "repeat":
      return [...fields, [name, damage.value, type]];
    case "file":
      return fields.with(at, [name, damage.value, "file"]);
  }
}

/** One, two or three damages to a form that was right. */
export function damages(known: readonly string[]): fc.Arbitrary<readonly Damage[]> {
  const at = fc.nat({ max: 60 });
  return fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant("replace" as const),
          at,
          value: hostileValue(known),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom("drop" as const, "empty" as const, "nest" as const),
          at,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom("repeat" as const, "file" as const),
          at,
          value: hostileValue(known),
        }),
      },
    ),
    { maxLength: 3 },
  );
}

export type Wrapping =
  | "honest"
  | "other-encoding"
  | "no-type"
  | "json"
  | "wrong-boundary"
  | "truncated"
  | "bytes"
  | "gzip";

/** How a body is wrapped: mostly as it should. */
export const wrappings: fc.Arbitrary<Wrapping> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Wrapping>("honest") },
  { weight: 2, arbitrary: fc.constant<Wrapping>("other-encoding") },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Wrapping>(
      "no-type",
      "json",
      "wrong-boundary",
      "truncated",
      "bytes",
      "gzip",
    ),
  },
);

const boundary = "----jalons-fuzz";
const urlencoded = "application/x-www-form-urlencoded";
const multipart = `multipart/form-data; boundary=${boundary}`;

/** The request of a submission, after some damages, wrapped so. */
export function requestOf(
  submission: Submission,
  damaged: readonly Damage[],
  {
    wrapping,
    method,
    origin,
    cookie,
  }: {
    readonly wrapping: Wrapping;
    readonly method: string;
    readonly origin: string;
    readonly cookie: string;
  },
): Sent {
  const fields = damaged.reduce(applyDamage, submission.fields);
  const isMultipart =
    (submission.isMultipart || fields.some(([, , type]) => type === "file")) !==
    (wrapping === "other-encoding");
  const plain = isMultipart ? multipartBody(fields) : Buffer.from(pairs(fields));
  const types: Partial<Record<Wrapping, string>> = {
    json: "application/json",
    "wrong-boundary": "multipart/form-data; boundary=autre",
    bytes: multipart,
  };
  const type = types[wrapping] ?? (isMultipart ? multipart : urlencoded);
  const bodies: Partial<Record<Wrapping, Buffer>> = {
    truncated: plain.subarray(0, Math.floor(plain.length * 0.7)),
    bytes: Buffer.from([0xff, 0xfe, 0, 0x0d, 0x0a, 0x2d, 0x2d]),
  };
  return {
    method,
    target: submission.target,
    headers: {
      Origin: origin,
      ...(cookie && { Cookie: cookie }),
      ...(wrapping !== "no-type" && { "Content-Type": type }),
      ...(wrapping === "gzip" && { "Content-Encoding": "gzip" }),
    },
    body: bodies[wrapping] ?? plain,
  };
}

function pairs(fields: Submission["fields"]): string {
  return fields.map(([name, value]) => `${name}=${value}`).join("&");
}

/** Percent-encoded text to the bytes that it stands for, whether or not they are UTF-8. */
function bytesOf(encoded: string): Buffer {
  const parts = encoded.split(/(%[0-9A-Fa-f]{2})/);
  return Buffer.concat(
    parts.map((part) =>
      /^%[0-9A-Fa-f]{2}$/.test(part)
        ? Buffer.from([Number.parseInt(part.slice(1), 16)])
        : Buffer.from(part),
    ),
  );
}

function multipartBody(fields: Submission["fields"]): Buffer {
  const lines = fields.flatMap(([name, value, type]) => {
    const file =
      type === "file"
        ? `; filename="${value === encodeHostile(honestFile) ? "projet" : value.slice(0, 300)}.pdf"\r\nContent-Type: application/pdf`
        : "";
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="`),
      bytesOf(name),
      Buffer.from(`"${file}\r\n\r\n`),
      bytesOf(value),
      Buffer.from("\r\n"),
    ];
  });
  return Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]);
}
