import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import type { Bucket } from "~/env.server";

export type S3Server = { readonly bucket: Bucket; readonly stop: () => Promise<void> };

/** Starts a real S3 server on a free port, with one empty bucket in a temporary folder. */
export async function startS3(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), "jalons-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: "preuves", configs: [] }],
  });
  const { port }: AddressInfo = await server.run();
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      region: "fr-1",
      name: "preuves",
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
