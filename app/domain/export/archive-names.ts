/** What Windows, macOS or an archive refuses in a name, and marks that turn the reading direction. */
const forbidden = /[\p{Cc}\p{Cf}\p{Surrogate}<>:"/\\|?*]/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name for a folder or file on any system: what is forbidden becomes « _ »; at most `longest` characters. */
export function safeName(name: string, longest = 80): string {
  const plain = name.normalize("NFC").replace(forbidden, "_").replace(/\s+/g, " ").trim();
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : "";
  const stem = plain.slice(0, plain.length - extension.length);
  const kept = cutAt(stem, longest - extension.length) + extension;
  const trimmed = kept.replace(/^[. ]+|[. ]+$/g, "");
  if (trimmed === "") return "sans nom";
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Cuts between two characters, never inside a pair. */
function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** Gives each name or path once among those asked so far, whatever the case: « plan.pdf », « plan (2).pdf ». */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf(".");
    const [stem, extension] =
      dot > name.lastIndexOf("/") + 1 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let given = name;
    for (let rank = 2; taken.has(given.toLowerCase()); rank += 1)
      given = `${stem} (${rank})${extension}`;
    taken.add(given.toLowerCase());
    return given;
  };
}
