import { describe, expect, it } from "vitest";
import { hashPassword, isPasswordOf } from "~/features/sign-in/passwords.server";

describe("isPasswordOf", () => {
  it("knows the right password of each, however many ask together", async () => {
    const hashes = await Promise.all(["un", "deux", "trois"].map(hashPassword));
    const asked = hashes.flatMap((hash) => ["un", "deux", "trois"].map((word) => [hash, word]));
    const answers = await Promise.all(
      asked.map(([hash, word]) => isPasswordOf(hash, word as string)),
    );
    expect(answers).toEqual([true, false, false, false, true, false, false, false, true]);
  });

  it("says no for an account without a password, and for one that is not known", async () => {
    expect(await isPasswordOf(null, "mot de passe que personne ne possède")).toBe(false);
    expect(await isPasswordOf(undefined, "")).toBe(false);
  });

  it("leaves the turn to the next after a hash that cannot be read", async () => {
    const hash = await hashPassword("bon");
    const attempts = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => isPasswordOf("illisible", "bon")),
      isPasswordOf(hash, "bon"),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 5 }, () => "rejected"),
      "fulfilled",
    ]);
  });
});
