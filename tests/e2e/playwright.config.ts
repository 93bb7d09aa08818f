import { defineConfig } from "@playwright/test";
import { browserFlags, installedBrowser } from "../support/find-browser";

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
    launchOptions: { executablePath: installedBrowser(), args: [...browserFlags] },
    screenshot: "only-on-failure",
  },
});
