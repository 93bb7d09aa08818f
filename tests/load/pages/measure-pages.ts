import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import autocannon from "autocannon";
import { type PageWeight, weighPage } from "../../e2e/support/page-weight";
import { signInAs } from "../../e2e/support/people";
import startServer, { runningServer } from "../../e2e/support/server";
import { linksOf } from "../../e2e/support/visit";
import { browserFlags, installedBrowser } from "../../support/find-browser";

const pageNames = ["connexion", "questionnaire", "tableauDeBord"] as const;
type PageName = (typeof pageNames)[number];

export type PageFigures = {
  /** kB of gzip that a first load fetches. */
  readonly pages: Readonly<Record<PageName, PageWeight>>;
  /** Pages that the server renders in a second, asked for by several connections at once. */
  readonly pagesPerSecond: Readonly<Record<PageName, number>>;
};

type Options = {
  /** A server that holds the demonstration; left out, one is started and stopped. */
  readonly baseUrl?: string;
  readonly print: (line: string) => void;
};

const head = "helene.castagne";
const connections = 10;
const seconds = 8;

/** Weighs the three pages that the project answers for, then counts how many the server renders. */
export async function measurePages({ baseUrl, print }: Options): Promise<PageFigures> {
  const stop = baseUrl === undefined ? await startServer() : async () => undefined;
  const browser = await chromium.launch({
    executablePath: installedBrowser(),
    args: [...browserFlags],
  });
  try {
    return await measureWith(browser, baseUrl ?? runningServer().url, print);
  } finally {
    await browser.close();
    await stop();
  }
}

async function measureWith(
  browser: Browser,
  url: string,
  print: (line: string) => void,
): Promise<PageFigures> {
  const signedIn = (await signInAs(browser, url, head)).context();
  const addresses: Record<PageName, string> = {
    connexion: "/connexion",
    questionnaire: await questionnaireOf(signedIn),
    tableauDeBord: "/tableau-de-bord",
  };
  const cookie = await cookieOf(signedIn);
  const weights: Partial<Record<PageName, PageWeight>> = {};
  const rates: Partial<Record<PageName, number>> = {};
  for (const name of pageNames) {
    // The form of sign-in is for those who are not signed in yet.
    const isAnonymous = name === "connexion";
    const storageState = isAnonymous ? undefined : await signedIn.storageState();
    const fresh = await browser.newContext({ baseURL: url, storageState });
    const weight = await weighPage(await fresh.newPage(), addresses[name]);
    await fresh.close();
    const rate = await pagesPerSecond(url + addresses[name], isAnonymous ? undefined : cookie);
    print(
      `${name} : ${weight.jsKb} kB de JavaScript, ${weight.cssKb} kB de CSS, ${rate} pages par seconde`,
    );
    weights[name] = weight;
    rates[name] = rate;
  }
  return { pages: complete(weights), pagesPerSecond: complete(rates) };
}

/** A section of the person's draft; the demonstration gives one to this head. */
async function questionnaireOf(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto("/candidatures");
  for (const file of await linksOf(page, /^\/candidatures\/[0-9a-f-]{36}$/)) {
    await page.goto(file);
    const [section] = await linksOf(page, /\/section\//);
    if (section) return new URL(section, page.url()).pathname;
  }
  throw new Error("La démonstration ne donne aucun questionnaire à remplir.");
}

async function cookieOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function pagesPerSecond(url: string, cookie: string | undefined): Promise<number> {
  const run = (duration: number) =>
    autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} });
  await run(2);
  const { requests, non2xx, errors } = await run(seconds);
  if (non2xx + errors > 0) {
    throw new Error(`${url} : ${non2xx + errors} réponses ne sont pas des pages.`);
  }
  return Math.round(requests.average);
}

function complete<T>(found: Partial<Record<PageName, T>>): Record<PageName, T> {
  const { connexion, questionnaire, tableauDeBord } = found;
  if (connexion === undefined || questionnaire === undefined || tableauDeBord === undefined) {
    throw new Error("Une page n’a pas été mesurée.");
  }
  return { connexion, questionnaire, tableauDeBord };
}
