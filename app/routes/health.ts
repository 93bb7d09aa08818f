import { visitor } from "~/domain/access/actor";
import { withWork } from "~/http/work.server";

/** Says that the server and its database answer. */
export async function loader() {
  await withWork(visitor, async () => undefined);
  return new Response("ok\n", { headers: { "Content-Type": "text/plain" } });
}
