import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { PageTitle } from "~/ui/components/page-title";
import { formatList, pluralOf } from "~/ui/format";
import type { WrittenAnswer } from "../save-section.server";
import type { ElsewhereView } from "../section-view.server";

type Props = {
  readonly view: ElsewhereView;
  /** What was typed before the section went to somebody else: nothing of it is lost. */
  readonly written: readonly WrittenAnswer[];
};

/** A section that others have: who they are, and where to read it. */
export function SectionElsewhere({ view, written }: Props) {
  const { applicationId, section, holders } = view;
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.application(applicationId), label: "Ma candidature" },
            { label: section.title },
          ]}
        />
        <PageTitle kicker={view.applicant} title={section.title} />
      </div>
      <div className="jl-stack">
        <Alert tone="warning" title="Cette section ne vous est pas confiée">
          {holders.length > 0
            ? `${formatList(holders)} y ${pluralOf(holders.length, "répond", "répondent")}. `
            : ""}
          Vous pouvez la lire. Pour y écrire, demandez-la à la personne responsable du dossier.
        </Alert>
        {written.length > 0 ? (
          <Alert tone="error" role="alert" title="Ces réponses ne sont pas enregistrées">
            <p>Copiez-les pour les transmettre à qui répond à cette section.</p>
            <DefinitionList
              variant="lines"
              items={written.map(({ title, text }) => ({ term: title, value: text }))}
            />
          </Alert>
        ) : null}
        <ButtonGroup>
          <LinkButton to={`${paths.review(applicationId)}#${section.id}`}>
            Lire cette section
          </LinkButton>
          <LinkButton to={paths.application(applicationId)} variant="tertiary">
            Revenir au dossier
          </LinkButton>
        </ButtonGroup>
      </div>
    </div>
  );
}
