import { type ComponentProps, useEffect, useId, useRef, useState } from "react";
import { TextField } from "~/ui/components/text-field";
import { type PickerKind, placeText } from "../picked-code";

type Place = { readonly code: string; readonly label: string };

const addresses: Readonly<Record<PickerKind, string>> = {
  commune: "communes",
  school: "etablissements",
};
const hints: Readonly<Record<PickerKind, string>> = {
  commune: "Saisissez le début du nom, ou le code INSEE.",
  school: "Saisissez le nom, ou l’UAI : sept chiffres puis une lettre.",
};
const pause = 200;

/**
 * A text field that suggests places as one types. Without JavaScript the name or the code typed is
 * found by the server.
 */
export function PickerField({
  kind,
  hint,
  ...field
}: ComponentProps<typeof TextField> & { readonly kind: PickerKind }) {
  const listId = useId();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const suggest = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim().length < 2 || text.endsWith(")")) return;
    timer.current = setTimeout(() => {
      void findPlaces(kind, text).then(setPlaces);
    }, pause);
  };
  return (
    <>
      <TextField
        {...field}
        hint={[hint, hints[kind]].filter(Boolean).join(" ")}
        list={listId}
        autoComplete="off"
        onInput={(event) => suggest(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {places.map((place) => (
          <option key={place.code} value={placeText(place)} />
        ))}
      </datalist>
    </>
  );
}

/** Suggestions are a comfort: without an answer there is simply none. */
async function findPlaces(kind: PickerKind, text: string): Promise<readonly Place[]> {
  try {
    const response = await fetch(`/api/${addresses[kind]}/${encodeURIComponent(text.trim())}`);
    if (!response.ok) return [];
    const { places } = (await response.json()) as { places: Place[] };
    return places;
  } catch {
    return [];
  }
}
