import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { MailboxPage } from "~/features/public-site/components/mailbox-page";
import { isMailboxOpen, mailboxView } from "~/features/public-site/mailbox-view.server";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Courriels de démonstration") }];

export async function loader() {
  if (!isMailboxOpen()) throw notFound();
  return withWork(visitor, mailboxView);
}

export default function Mailbox() {
  return <MailboxPage view={useLoaderData<typeof loader>()} />;
}
