import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";

type Props = {
  readonly file: { readonly id: string; readonly title: string; readonly campaign: string };
  /** What the page is called in the trail, and above all else unless `title` says more. */
  readonly leaf: string;
  readonly title?: string;
  readonly kicker?: string;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
};

/** The head of a page of an application: the way back to the file, then what the page is. */
export function FileHeading({
  file,
  leaf,
  title = leaf,
  kicker = `${file.campaign}, ${file.title}`,
  lead,
  aside,
}: Props) {
  return (
    <div>
      <Breadcrumb
        items={[
          { to: paths.applications(), label: "Mes candidatures" },
          { to: paths.application(file.id), label: file.title },
          { label: leaf },
        ]}
      />
      <PageTitle kicker={kicker} title={title} lead={lead} aside={aside} />
    </div>
  );
}
