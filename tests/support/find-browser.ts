import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const installed = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How every Chromium of the tests and measures is started: no sandbox (containers), no calls home. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
] as const;

/** Path of a Chromium that is already on the machine; undefined when there is none. */
export function installedBrowser(): string | undefined {
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Finds a browser, else has Playwright download one, else installs Debian's where it may. */
function findOrInstallBrowser(): string | undefined {
  const attempts: readonly (() => void)[] = [
    () => undefined,
    () => attempt("npx", ["playwright", "install", "chromium"]),
    () => {
      if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
      attempt("apt-get", ["update", "-qq"]);
      attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    },
  ];
  for (const tryOut of attempts) {
    tryOut();
    const found = installedBrowser();
    if (found) return found;
  }
  return undefined;
}

function attempt(command: string, words: readonly string[]): void {
  spawnSync(command, words, {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

if (process.argv[1]?.endsWith("find-browser.ts")) {
  const found = findOrInstallBrowser();
  if (found) process.stdout.write(`Navigateur des tests : ${found}\n`);
  else {
    process.stderr.write(
      "Aucun navigateur pour les tests. Installez Chromium (sous Debian : apt-get install chromium), ou indiquez le sien avec CHROMIUM_PATH.\n",
    );
    process.exitCode = 1;
  }
}
