import { expect } from "vitest";
import type { Outcome, Received, Sent } from "./harness";
import { changedTables } from "./sandbox";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Words of the machine: of a framework, a validator, a stack. French sentences never hold them. */
export const machineWords =
  /\b(?:the|invalid|expected|received|unexpected|not found|forbidden|bad request|failed|cannot|must be|too (?:small|big|long)|method not allowed|you made|undefined|TypeError|RangeError|URIError|SyntaxError|\[object \w+\])\b/i;
const stack = /\n\s+at .+:\d+:\d+|node_modules|\.tsx?:\d+/;
/** A word that French sentences cannot do without. */
const frenchWords =
  /(?:^|[\s’'])(?:l[ae]s?|une?|des?|d|du|aux?|par|vous|votre|pas|cette?|est|et|puis)(?=[\s’'.])/iu;
/** A key of our own data, quoted where its French name should stand. */
const quotedKey = /«\s[a-z]+[A-Z]\w*\s»/;

/** The text of a page as somebody reads it: neither scripts, nor what they typed. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style|textarea)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<option\b[\s\S]*?<\/option>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, " ")
    .replace(/\s+/g, " ");
}

function describe({ method, target, headers, body }: Sent): string {
  const text = body ? ` — ${body.subarray(0, 600).toString("utf8")}` : "";
  return `${method} ${target.slice(0, 300)} ${JSON.stringify(headers).slice(0, 400)}${text}`;
}

/**
 * The promise to whoever sends bad input: never a failure of ours; a refusal says in French what to do,
 * without a word of the machine; what is refused, like what only reads, changes nothing.
 * `mayWrite` names tables that a refusal of this one form keeps on purpose.
 */
export function expectSound(sent: Sent, outcome: Outcome, mayWrite: readonly string[] = []): void {
  const told = describe(sent);
  const said = outcome.failures.map((failure) =>
    failure instanceof Error ? (failure.stack ?? failure.message) : JSON.stringify(failure),
  );
  expect(outcome.status, `${told}\n${said.join("\n")}`).toBeLessThan(500);
  if (outcome.status < 400) expect(said, told).toEqual([]);
  expect(outcome.text, told).not.toMatch(stack);
  if (outcome.status >= 400 && sent.method !== "HEAD") expectFrench(told, outcome);
  if (outcome.status >= 400 || safeMethods.has(sent.method)) {
    const changed = changedTables(outcome.before, outcome.after);
    expect(
      changed.filter((table) => !mayWrite.includes(table)),
      `${told}\nRépondu ${outcome.status}, mais écrit`,
    ).toEqual([]);
  }
}

/** A refusal carries a French sentence: a page with a title, or JSON with a message. */
export function expectFrench(told: string, { status, headers, text }: Received): void {
  const type = String(headers["content-type"] ?? "");
  const where = `${told}\nRépondu ${status} ${type}`;
  if (type.startsWith("text/x-script")) {
    // What the page's own script reads: it shows the same error page as the document would.
    expect(text, where).not.toMatch(/Unexpected Server Error|You made a/);
    return;
  }
  if (type.startsWith("application/json")) {
    const { message } = JSON.parse(text) as { message?: unknown };
    expect(typeof message === "string" ? message : "", where).toMatch(/^\p{Lu}.*[.!?»]$/su);
    expect(String(message), where).toMatch(frenchWords);
    expect(String(message), where).not.toMatch(machineWords);
    return;
  }
  expect(type, where).toMatch(/^text\/html/);
  expect(text, where).toMatch(/<html lang="fr"/);
  expect(text, where).toMatch(/<title>[^<]{3,}<\/title>/);
  const visible = visibleText(text);
  expect(visible, where).toMatch(frenchWords);
  expect(visible, where).not.toMatch(machineWords);
  expect(visible, where).not.toMatch(quotedKey);
}
