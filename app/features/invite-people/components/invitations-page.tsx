import { Form } from "@remix-run/react";
import { Button } from "~/ui/components/button";
import { FileField } from "~/ui/components/file-field";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatNumber } from "~/ui/format";
import { InvitationPreview, type PreviewProps } from "./invitation-preview";

type Props = {
  readonly mostLines: number;
  readonly preview?: PreviewProps;
  readonly list?: string;
  readonly errors?: { readonly [field: string]: string };
};

/** A list of schools to paste or upload, then what each line would do before anything is sent. */
export function InvitationsPage({ mostLines, preview, list = "", errors = {} }: Props) {
  return (
    <>
      <PageTitle
        title="Inviter des chefs d’établissement"
        lead="Chaque chef d’établissement reçoit, à l’adresse institutionnelle, un lien personnel valable 30 jours."
      />
      <div className="jl-page">
        {preview && <InvitationPreview {...preview} />}
        <Sheet title={preview ? "Corriger la liste" : "Liste des établissements"}>
          <FormErrors errors={errors} title="La liste est à reprendre" />
          <Form method="post" encType="multipart/form-data" noValidate className="jl-form">
            <TextAreaField
              key={list}
              name="list"
              label="UAI, un par ligne"
              hint={`Au plus ${formatNumber(mostLines)} lignes. Seule la première colonne compte.`}
              rows={8}
              defaultValue={list}
              error={errors.list}
            />
            <FileField
              name="file"
              label="Fichier texte ou CSV"
              hint="100 ko au plus, en UTF-8. Ses lignes s’ajoutent à celles saisies."
              accept=".csv,.txt,text/csv,text/plain"
              optional
              error={errors.file}
            />
            <div className="jl-actions">
              <Button
                name="intention"
                value="verifier"
                variant={preview?.canSend ? "secondary" : "primary"}
              >
                Vérifier la liste
              </Button>
            </div>
          </Form>
        </Sheet>
      </div>
    </>
  );
}
