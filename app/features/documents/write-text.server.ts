import { isFullyDrawn } from "./fonts.server";
import { type Look, lineHeight, type PageWriter, page } from "./page-writer.server";

/** A piece of the structure that those who read by ear go through. */
export type Element = ReturnType<PageWriter["pdf"]["struct"]>;

/** A structure element under `parent`; it says its text where some letter is drawn otherwise. */
export function childOf(
  { pdf }: PageWriter,
  parent: Element,
  type: string,
  { text = "", scope }: { readonly text?: string; readonly scope?: "Row" | "Column" } = {},
): Element {
  const element = pdf.struct(type as "P", {
    ...(scope && ({ scope } as object)),
    ...(!text.split("\n").every(isFullyDrawn) && { actual: text }),
  });
  parent.add(element);
  return element;
}

/** Writes lines down the page and on to the next ones, as the content of one element. */
export function flow(
  writer: PageWriter,
  element: Element,
  { lines, look, x = page.margin }: { lines: readonly string[]; look: Look; x?: number },
): void {
  const height = lineHeight(look);
  for (let from = 0; from < lines.length; ) {
    writer.need(height);
    const fitting = Math.max(1, Math.floor(writer.room / height));
    const here = lines.slice(from, from + fitting);
    element.add(() => {
      for (const line of here) {
        writer.draw(line, x, writer.y, look);
        writer.y += height;
      }
    });
    from += here.length;
  }
}
