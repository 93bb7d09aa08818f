import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";

type Props = {
  readonly file: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly campaign: string;
  };
  /** What the page is called in the trail, and above all else unless `title` says more. */
  readonly leaf: string;
  readonly title?: string;
  readonly lead?: string;
};

/** The head of a page of an examined file: the way back to it, then what the page is. */
export function ExaminationHeading({ file, leaf, title = leaf, lead }: Props) {
  return (
    <div>
      <Breadcrumb
        items={[
          { to: paths.examinations(), label: "Instruction" },
          { to: paths.examinationList(file.slug), label: file.campaign },
          { to: paths.examination(file.slug, file.id), label: file.title },
          { label: leaf },
        ]}
      />
      <PageTitle kicker={`${file.campaign}, ${file.title}`} title={title} lead={lead} />
    </div>
  );
}
