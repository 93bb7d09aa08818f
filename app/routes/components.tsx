import type { MetaFunction } from "@remix-run/react";
import { type ComponentType, lazy, Suspense } from "react";
import { environment } from "~/env.server";
import { notFound } from "~/http/access.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Composants") }];

/** Development only: the sheet of states of every component. */
export function loader() {
  if (environment().NODE_ENV !== "development") throw notFound();
  return null;
}

const Specimen = import.meta.env.DEV
  ? lazy(async (): Promise<{ default: ComponentType }> => {
      const { Specimen: Found } = await import("~/ui/specimen");
      return { default: Found };
    })
  : null;

export default function Components() {
  return Specimen ? (
    <Suspense fallback={<p>Chargement…</p>}>
      <Specimen />
    </Suspense>
  ) : null;
}
