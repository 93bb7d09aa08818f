import { useEffect, useRef } from "react";

type Kept = { readonly version: string; readonly text: string };

/**
 * Keeps in this tab what is typed in a text area, under `name`, so that a session that expires or a page left
 * loses nothing: it is put back where the area comes up empty. `version` names what was last sent:
 * what was typed before it is not put back. Without the tab's storage, nothing is kept.
 */
export function useKeptText(name: string, version: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    const kept = read(name);
    if (field.value === "" && kept?.version === version) field.value = kept.text;
    const keep = () => write(name, { version, text: field.value });
    field.addEventListener("input", keep);
    return () => field.removeEventListener("input", keep);
  }, [name, version]);
  return area;
}

function read(name: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "version" in value && "text" in value;
}

function write(name: string, kept: Kept): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still sends what is typed.
  }
}
