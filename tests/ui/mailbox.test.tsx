// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { mailKinds } from "~/domain/mail/vocabulary";
import { MailboxPage } from "~/features/public-site/components/mailbox-page";

describe("the mailbox of a demonstration", () => {
  it("tells in French what each mail is about, never a code", () => {
    const mails = mailKinds.map((kind) => ({
      id: kind,
      kind,
      to: "Inès Carrière <ines@exemple.fr>",
      subject: "Sujet",
      body: "Bonjour",
      createdAt: "2026-03-02T09:00:00.000Z",
      sentAt: null,
    }));
    const Component = () => <MailboxPage view={{ mails, mostShown: 100 }} />;
    const Stub = createRemixStub([{ path: "*", Component }]);
    const { container } = render(<Stub initialEntries={["/courriels"]} />);
    const text = container.textContent ?? "";
    expect(text).toContain("Accusé de réception d’une candidature");
    for (const kind of mailKinds) expect(text).not.toContain(kind);
  });
});
