import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { CommandEntry } from "./command-protocol";

/**
 * Answers the command line on the guard's socket: one request a command, its arguments in a
 * header, its standard input as the body; each line of the answer is `{stdout|stderr|exit}`.
 */
export function serveCommands(server: Server, loadEntry: () => Promise<CommandEntry>): void {
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, response, loadEntry).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      response.end(
        `${JSON.stringify({ stderr: `${message}\n` })}\n${JSON.stringify({ exit: 1 })}\n`,
      );
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  loadEntry: () => Promise<CommandEntry>,
): Promise<void> {
  const header = request.headers["x-jalons-command"];
  if (request.method !== "POST" || typeof header !== "string") {
    response.writeHead(400).end();
    return;
  }
  const { words, folder } = JSON.parse(Buffer.from(header, "base64").toString("utf8")) as {
    words: string[];
    folder: string;
  };
  response.writeHead(200, { "Content-Type": "application/x-ndjson" });
  const write = (line: object) => response.write(`${JSON.stringify(line)}\n`);
  const { runCommand } = await loadEntry();
  const exit = await runCommand(words, {
    folder,
    stdin: request,
    stdout: (text) => write({ stdout: text }),
    stderr: (text) => write({ stderr: text }),
  });
  write({ exit });
  response.end();
}
