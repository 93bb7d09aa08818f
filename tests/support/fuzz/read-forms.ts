/** A field of a rendered form, with the value that the page gives it. */
export type FormField = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Values of a list; empty for a free field. */
  readonly options: readonly string[];
  /** True where the page asks for figures. */
  readonly isNumber: boolean;
};

export type RenderedForm = {
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly FormField[];
  /** Buttons that name themselves: each is another thing that the form asks. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
};

type Attributes = Readonly<Record<string, string>>;

function attributesOf(tag: string): Attributes {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of tag.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
    found[name.toLowerCase()] = unescapeHtml(value);
  }
  return found;
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The forms that a page posts, as React wrote them; `address` is where the page stands. */
export function readForms(html: string, address: string): RenderedForm[] {
  const forms: RenderedForm[] = [];
  for (const [, tag = "", body = ""] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const attributes = attributesOf(tag);
    if (attributes.method !== "post") continue;
    // Fields and buttons that stand elsewhere on the page belong to it by its identifier.
    const outside = attributes.id ? partsOf(html, attributes.id) : [];
    const parts = [...partsOf(body), ...outside];
    forms.push({
      action: attributes.action || address,
      isMultipart: attributes.enctype === "multipart/form-data",
      fields: parts.flatMap((part) => (part.kind === "field" ? [part.field] : [])),
      buttons: parts.flatMap((part) => (part.kind === "button" ? [part.button] : [])),
    });
  }
  return forms;
}

type Part =
  | { readonly kind: "field"; readonly field: FormField }
  | { readonly kind: "button"; readonly button: { name: string; value: string } };

const control =
  /<(input)\b([^>]*)>|<(select|textarea|button)\b([^>]*)>([\s\S]*?)<\/(?:select|textarea|button)>/g;

function partsOf(html: string, formId?: string): Part[] {
  const parts: Part[] = [];
  for (const match of html.matchAll(control)) {
    const attributes = attributesOf(match[2] ?? match[4] ?? "");
    const { name } = attributes;
    if (!name || (formId !== undefined && attributes.form !== formId)) continue;
    if (formId === undefined && attributes.form !== undefined) continue;
    const inner = match[5] ?? "";
    if (match[3] === "button") {
      parts.push({ kind: "button", button: { name, value: attributes.value ?? "" } });
    } else if (match[3] === "select") {
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, tag = ""]) =>
        attributesOf(tag),
      );
      const chosen = options.find((option) => "selected" in option) ?? options[0];
      const values = options.map(({ value = "" }) => value);
      parts.push({
        kind: "field",
        field: {
          name,
          type: "select",
          value: chosen?.value ?? "",
          options: values,
          isNumber: false,
        },
      });
    } else {
      const isText = match[3] === "textarea";
      parts.push({
        kind: "field",
        field: {
          name,
          type: isText ? "textarea" : (attributes.type ?? "text"),
          value: isText ? unescapeHtml(inner) : (attributes.value ?? ""),
          options: [],
          isNumber: /^(?:numeric|decimal)$/.test(attributes.inputmode ?? ""),
        },
      });
    }
  }
  return parts;
}

/** Addresses of this site that a page leads to. */
export function readLinks(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href = ""]) =>
    unescapeHtml(href),
  );
}
