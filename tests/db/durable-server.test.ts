import { describe, expect, inject, it } from "vitest";
import { requireDurableServer } from "~tests/load/saves/durable-server";

const source = inject("testDatabase");

describe.runIf(source.engine === "server")("the server of the measures", () => {
  it("is refused when it does not wait for the disk, with what to do", async () => {
    const url = new URL(source.engine === "server" ? source.url : "");
    url.searchParams.set("synchronous_commit", "off");
    await expect(requireDurableServer(url.href)).rejects.toThrow(
      /^Mesure refusée.*synchronous_commit = off.*pg_virtualenv -o fsync=on/,
    );
  });
});
