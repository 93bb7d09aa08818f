/** A piece of a mail's text: plain, or a link. `at` is where it begins. */
export type BodyPart = { readonly at: number; readonly text: string; readonly href?: string };

/**
 * Cuts a mail's text into plain pieces and links. Only http and https addresses become links, and the
 * punctuation that ends a sentence stays out of them.
 */
export function bodyParts(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let at = 0;
  for (const found of body.matchAll(/https?:\/\/[^\s<>"«»]+/g)) {
    const text = found[0].replace(/[.,;:!?)\]]+$/, "");
    if (found.index > at) parts.push({ at, text: body.slice(at, found.index) });
    parts.push({ at: found.index, text, href: text });
    at = found.index + text.length;
  }
  if (at < body.length) parts.push({ at, text: body.slice(at) });
  return parts;
}
