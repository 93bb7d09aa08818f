import type { Scope } from "~/domain/access/permissions";
import { type ExtensionPlace, extensionPlaces } from "~/domain/extension/vocabulary";
import { checkFields } from "~/features/forms/check-fields";
import type { Work } from "~db/work.server";
import { extensionsView } from "./extensions-view.server";
import { recordRefusals } from "./labels";
import { recordExtension } from "./record-extension.server";
import { type ExtensionForm, extensionFormSchema } from "./schemas";

/** What the page shows of a form that was not recorded: nothing typed is lost. */
export type ExtensionAnswer = {
  readonly errors: { readonly [field: string]: string };
  readonly values: { readonly [field: string]: string };
  /** The decision that stands for the same place, to be replaced or left. */
  readonly standing: {
    readonly id: string;
    readonly until: string;
    readonly reason: string;
  } | null;
};

export type HandledExtension =
  | { readonly outcome: "not-found" }
  | { readonly outcome: "done"; readonly told: number }
  | { readonly outcome: "refused"; readonly answer: ExtensionAnswer };

/** Reads the form that gives more time, records it, or says what keeps it from being recorded. */
export async function handleExtensionForm(
  work: Work,
  scope: Scope,
  slug: string,
  form: FormData,
): Promise<HandledExtension> {
  if (!(await extensionsView(work, scope, slug))) return { outcome: "not-found" };
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const refused = (
    errors: ExtensionAnswer["errors"],
    standing: ExtensionAnswer["standing"] = null,
  ): HandledExtension => ({ outcome: "refused", answer: { errors, values, standing } });
  const parsed = checkFields(extensionFormSchema, values);
  if (!parsed.ok) return refused(parsed.errors);
  const { until, reason, replaces } = parsed.data;
  const place = placeOf(parsed.data);
  const result = await recordExtension(work, scope, slug, {
    ...place,
    ...{ until, reason },
    replaces: replaces === "" ? null : replaces,
  });
  if (result.ok) return { outcome: "done", told: result.told };
  switch (result.reason) {
    case "not-found":
      return { outcome: "not-found" };
    case "place-has-one": {
      const { standing } = result;
      return refused(
        {},
        { id: standing.id, until: standing.until.toISOString(), reason: standing.reason },
      );
    }
    case "place-not-covered": {
      const field = place.placeKind === "school" ? "uai" : "territory";
      return refused({ [field]: recordRefusals[result.reason].text });
    }
    default: {
      const { field, text } = recordRefusals[result.reason];
      return refused({ [field]: text });
    }
  }
}

function placeOf({ place, uai, territory }: ExtensionForm): {
  readonly placeKind: ExtensionPlace;
  readonly placeCode: string;
} {
  if (place === "school") return { placeKind: "school", placeCode: uai };
  const [named, code = ""] = territory.split(":");
  const placeKind = extensionPlaces.find((kind) => kind === named) ?? "departement";
  return { placeKind, placeCode: code };
}
