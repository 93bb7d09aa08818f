import { expect, it } from "vitest";
import { useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const line = useCommandLine();

it("files scan says what to set when there is no antivirus", async () => {
  const said = await line.run(["files", "scan"]);
  expect(said.exit).toBe(1);
  expect(said.stderr).toMatch(/Indiquez CLAMAV_ADDRESS/);
});
