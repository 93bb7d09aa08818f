/** One reason why a document is refused. `path` reads like code: `levels[1].gates[0].min`. */
export type Fault = { path: string; message: string };
export type Path = readonly (string | number)[];

/** A path as people write it; the document itself is "document". */
export function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "document";
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

/** Collects faults under a path. */
export class FaultList {
  readonly faults: Fault[] = [];

  add(path: Path, message: string): void {
    this.faults.push({ path: formatPath(path), message });
  }
}
