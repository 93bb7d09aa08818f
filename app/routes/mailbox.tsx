import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { areMailsKept } from "~/env.server";
import { MailboxPage } from "~/features/public-site/components/mailbox-page";
import { mailboxView } from "~/features/public-site/mailbox-view.server";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Courriels de démonstration") }];

export async function loader() {
  if (!areMailsKept()) throw notFound();
  return withWork(visitor, mailboxView);
}

export default function Mailbox() {
  return <MailboxPage view={useLoaderData<typeof loader>()} />;
}
