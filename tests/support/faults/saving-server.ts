import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { environment } from "~/env.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { endStreams } from "~/http/presence-hub.server";
import { startRuntime } from "~/http/runtime.server";
import { receiveUpload } from "~/http/upload-endpoint.server";
import { createApp } from "~/server/create-app";
import { stopGracefully } from "~/server/stop-gracefully";

/**
 * The server as it runs, less its pages (which need a build): the same start, the same Express, the same
 * hot endpoints, over the database that the environment names. Says its port to the parent, which
 * kills it without notice.
 */
async function main(): Promise<void> {
  const env = environment();
  const runtime = await startRuntime(env);
  const app = createApp({
    env,
    loadBuild: () => Promise.reject(new Error("Ce serveur ne rend aucune page.")),
    loadEntry: () => Promise.resolve({ answerHotRequest, receiveUpload }),
  });
  const server = createServer(app).listen(0, "127.0.0.1", () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  stopGracefully(server, endStreams, runtime.stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
