import { Form } from "@remix-run/react";
import { ThreadLink } from "~/features/application-file/thread-link";
import { paths } from "~/paths";
import { Callout } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { Button } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatCount, formatDate, formatDateTime, frenchText } from "~/ui/format";
import type { ExaminationView } from "../examination-view.server";
import { statusLabels } from "../labels";
import type { Refused } from "./refused";

type Props = { readonly view: ExaminationView; readonly refused: Refused | undefined };

/** Where the examination stands, and what this person may do now. */
export function ProgressPanel({ view, refused }: Props) {
  const { label, tone, icon } = statusLabels[view.status];
  return (
    <Sheet
      title="Instruction"
      aside={
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      }
    >
      <div className="jl-stack">
        <DefinitionList
          items={[
            ...(view.submittedAt
              ? [{ term: "Transmise", value: formatDateTime(view.submittedAt) }]
              : []),
            ...(view.extendedUntil
              ? [
                  {
                    term: "Délai",
                    value: `Transmise dans le délai prolongé jusqu’au ${formatDateTime(view.extendedUntil)}`,
                  },
                ]
              : []),
            { term: "Par", value: view.submitter },
            { term: "Récépissé", value: view.receiptNumber },
            {
              term: "Corrections",
              value:
                view.corrections === 0
                  ? "Aucune"
                  : formatCount(view.corrections, "critère corrigé", "critères corrigés"),
            },
            ...(view.closedAt ? [{ term: "Close", value: formatDate(view.closedAt) }] : []),
          ]}
        />
        {view.schools.map((school) =>
          school.teamTo ? (
            <p key={school.uai}>
              <Link
                to={school.teamTo}
                icon="arrow"
                aria-label={`Équipe et délégations, ${school.name}`}
              >
                Équipe et délégations
              </Link>
            </p>
          ) : null,
        )}
        {view.opinion && !view.allowed.close ? (
          <Callout title="Avis de l’instruction">
            <p className="jl-typed">{view.opinion}</p>
          </Callout>
        ) : null}
        {view.withdrawal ? <Withdrawal withdrawal={view.withdrawal} /> : null}
        {view.hasAsking ? (
          <p>
            <Badge tone="info" icon="clock">
              Modification demandée
            </Badge>{" "}
            {"par l’établissement, à trancher."}
          </p>
        ) : null}
        {view.completion ? (
          <p>
            <Badge
              tone={view.completion.isLate ? "warning" : "info"}
              icon={view.completion.isLate ? "alert" : "clock"}
            >
              {view.completion.isLate ? "Compléments en retard" : "Compléments attendus"}
            </Badge>{" "}
            {`au plus tard le ${formatDate(view.completion.dueOn)}.`}
          </p>
        ) : null}
        <p>
          <Link to={paths.completionRequests(view.slug, view.id)} icon="arrow">
            Compléments et modifications
          </Link>
        </p>
        <ThreadLink id={view.id} slug={view.slug} thread={view.thread} />
        <p>
          <Link to={paths.internalNotes(view.slug, view.id)} icon="arrow">
            {view.notes === 0 ? "Notes internes" : `Notes internes (${view.notes})`}
          </Link>
        </p>
        <p>
          <Link to={paths.examinedPdf(view.slug, view.id)} reloadDocument icon="download">
            Candidature transmise (PDF)
          </Link>
        </p>
        <p>
          <Link to={paths.examinedReceiptPdf(view.slug, view.id)} reloadDocument icon="download">
            Récépissé (PDF)
          </Link>
        </p>
        {view.allowed.start ? <StartForm /> : null}
        {view.allowed.close ? <CloseForm view={view} refused={refused} /> : null}
        {view.allowed.reopen ? <ReopenForm refused={refused} /> : null}
        {Object.values(view.allowed).some(Boolean) ? null : (
          <p className="jl-quiet">Vous lisez ce dossier sans pouvoir le modifier.</p>
        )}
      </div>
    </Sheet>
  );
}

function Withdrawal({
  withdrawal: { by, at, reason, resumedAt },
}: {
  readonly withdrawal: NonNullable<ExaminationView["withdrawal"]>;
}) {
  return (
    <Callout title={resumedAt ? "Reprise en brouillon" : "Retirée par l’établissement"}>
      <p>{`Retirée par ${by} le ${formatDateTime(at)}.`}</p>
      {reason ? <p className="jl-typed">{frenchText(`Motif : ${reason}`)}</p> : null}
      {resumedAt ? (
        <p>
          {`Reprise le ${formatDateTime(resumedAt)}. Vous lisez ce qui avait été transmis ; elle s’instruira si elle est transmise de nouveau.`}
        </p>
      ) : null}
    </Callout>
  );
}

function StartForm() {
  return (
    <Form method="post" className="jl-form">
      <input type="hidden" name="intention" value="commencer" />
      <Button>Commencer l’instruction</Button>
    </Form>
  );
}

function CloseForm({ view, refused }: Props) {
  const own = refused?.intent === "clore" ? refused : undefined;
  return (
    <Form method="post" noValidate className="jl-form">
      <input type="hidden" name="intention" value="clore" />
      <input type="hidden" name="version" value={view.version} />
      <TextAreaField
        name="avis"
        label="Avis de l’instruction"
        hint="Le jury le lira avec le dossier."
        rows={6}
        maxLength={2000}
        defaultValue={own?.typed.avis?.[0] ?? view.opinion ?? ""}
        error={own?.errors.avis}
      />
      <Button>Clore l’instruction</Button>
    </Form>
  );
}

function ReopenForm({ refused }: { refused: Refused | undefined }) {
  const own = refused?.intent === "rouvrir" ? refused : undefined;
  return (
    <Form method="post" noValidate className="jl-form">
      <input type="hidden" name="intention" value="rouvrir" />
      <TextAreaField
        name="motif"
        id="motif-reouverture"
        label="Motif de la réouverture"
        hint="Possible tant que le jury n’a pas proposé de niveau pour ce dossier."
        maxLength={2000}
        defaultValue={own?.typed.motif?.[0] ?? ""}
        error={own?.errors["motif-reouverture"]}
      />
      <Button variant="secondary">Rouvrir l’instruction</Button>
    </Form>
  );
}
