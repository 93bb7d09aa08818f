import { defineConfig } from "@playwright/test";
import { installedBrowser } from "../support/find-browser";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export default defineConfig({
  testDir: ".",
  globalSetup: "./support/server.ts",
  outputDir: "../../test-results",
  timeout: 300_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: "list",
  use: {
    actionTimeout: 20_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: installedBrowser(), args: flags },
    screenshot: "only-on-failure",
  },
});
