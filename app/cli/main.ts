import { request } from "node:http";
import { environment } from "~/env.server";
import { isListening, socketPathOf } from "~db/guard.server";

/**
 * The command line. Where a server holds the embedded database, the command runs in it, reached
 * through the guard's socket; otherwise it runs here and opens the database itself.
 */
async function main(words: readonly string[]): Promise<number> {
  const env = environment();
  if (!env.DATABASE_URL) {
    const socketPath = await socketPathOf(env.DATA_DIR);
    if (await isListening(socketPath)) return runInServer(socketPath, words);
  }
  const { runCommand } = await import("./run-command.server");
  const { stopRuntime } = await import("~/http/runtime.server");
  try {
    return await runCommand(words, {
      folder: process.cwd(),
      stdin: process.stdin,
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
    });
  } finally {
    await stopRuntime();
  }
}

function runInServer(socketPath: string, words: readonly string[]): Promise<number> {
  const command = Buffer.from(JSON.stringify({ words, folder: process.cwd() })).toString("base64");
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath, method: "POST", path: "/", headers: { "x-jalons-command": command } },
      (response) => {
        let rest = "";
        let exit = 1;
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          const lines = (rest + chunk).split("\n");
          rest = lines.pop() ?? "";
          for (const line of lines) {
            const said = JSON.parse(line) as { stdout?: string; stderr?: string; exit?: number };
            if (said.stdout !== undefined) process.stdout.write(said.stdout);
            if (said.stderr !== undefined) process.stderr.write(said.stderr);
            if (said.exit !== undefined) exit = said.exit;
          }
        });
        response.on("end", () => resolve(exit));
        response.on("error", reject);
      },
    );
    call.on("error", reject);
    if (process.stdin.isTTY) call.end();
    else process.stdin.pipe(call);
  });
}

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
