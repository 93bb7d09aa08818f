import { Button } from "../components/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "../components/choice-field";
import { FileField } from "../components/file-field";
import { FileRow } from "../components/file-row";
import { LevelMark } from "../components/level-mark";
import { MatrixField } from "../components/matrix-field";
import { NumberField } from "../components/number-field";
import { ScaleField } from "../components/scale-field";
import { SelectField } from "../components/select-field";
import { Sheet } from "../components/sheet";
import { TextAreaField, TextField } from "../components/text-field";

const yesNo = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

function Files() {
  return (
    <>
      <FileRow
        type="PDF"
        name="registre-traitements.pdf"
        detail="2,4 Mo, déposé le 10 mars par Karim Benslimane"
        scan={{ tone: "ok", text: "Analyse antivirus : rien détecté" }}
        action={
          <Button variant="tertiary-no-outline" size="sm">
            Retirer<span className="fr-sr-only"> registre-traitements.pdf</span>
          </Button>
        }
      />
      <FileRow
        type="ODT"
        name="plan-de-formation.odt"
        scan={{ tone: "neutral", text: "Non analysé : l’antivirus est arrêté." }}
      />
      <FileRow
        type="JPG"
        name="salle-b12.jpg"
        sending={{ ratio: 0.62, text: "Envoi en cours, 3,1 Mo sur 5,0 Mo" }}
      />
    </>
  );
}

/** Plain fields and their states. */
export function FieldsSpecimen() {
  return (
    <Sheet title="Champs" id="champs">
      <div className="jl-form">
        <TextField
          name="intitule"
          label="Intitulé du projet"
          hint="Tel qu’il figure au projet d’établissement."
          defaultValue="Webradio « Ondes du Tarn »"
        />
        <NumberField
          name="eleves"
          label="Élèves concernés"
          unit="élèves"
          defaultValue="1 420"
          error="Indiquez un nombre entre 0 et 1 142."
        />
        <NumberField
          name="budget"
          label="Budget"
          unit="€"
          width="sm"
          defaultValue="12 400"
          valid="Égal au total des devis joints."
        />
        <TextField
          name="repris"
          label="Repris de 2024 (lecture seule)"
          readOnly
          defaultValue="Mme Sophie Marty"
          width="md"
        />
        <TextField name="gele" label="Non modifiable" disabled defaultValue="0129901X" width="sm" />
        <div className="jl-form__row">
          <SelectField
            name="niveau"
            label="Niveau"
            emptyLabel="Choisir…"
            defaultValue="2de"
            options={[
              { value: "2de", label: "Seconde" },
              { value: "1re", label: "Première" },
            ]}
          />
          <TextField name="date" label="Date de la séance" type="date" width="sm" />
        </div>
        <TextAreaField
          name="change"
          label="Ce que le numérique a changé"
          optional
          hint="En deux ou trois phrases, 600 caractères au plus."
        />
        <CheckboxGroup
          name="services"
          label="Services ouverts aux familles"
          defaultValue={["notes"]}
          choices={[
            { value: "notes", label: "Notes et absences" },
            { value: "messagerie", label: "Messagerie", hint: "Avec accusé de lecture." },
            { value: "cantine", label: "Restauration", disabled: true },
          ]}
        />
        <Checkbox
          name="honneur"
          label="Je déclare sur l’honneur l’exactitude des réponses."
          error="Cochez la case pour transmettre."
        />
      </div>
    </Sheet>
  );
}

/** Questions as the questionnaire shows them. */
export function QuestionsSpecimen() {
  return (
    <Sheet title="Questions">
      <div className="jl-question">
        <p className="jl-question__meta">
          <strong>4.1</strong>
        </p>
        <RadioGroup
          name="q41"
          label="Des élèves utilisent-ils un équipement numérique individuel en classe ?"
          labelSize="question"
          hint="Ordinateur, tablette ou ordinateur personnel utilisé avec l’accord de l’établissement."
          rich
          inline
          choices={yesNo}
          defaultValue="oui"
        />
        <div className="jl-conditional">
          <NumberField
            name="q411"
            label="Combien d’élèves sont concernés ?"
            hint="Effectif connu à la rentrée : 1 142 élèves."
            unit="élèves"
          />
        </div>
      </div>
      <div className="jl-question">
        <p className="jl-question__meta">
          <strong>4.2</strong> · 4 points
        </p>
        <ScaleField
          name="q42"
          label="À quelle fréquence les élèves travaillent-ils dans l’ENT à la demande de leurs enseignants ?"
          labelSize="question"
          defaultValue="semaine"
          points={[
            { value: "jamais", label: "Jamais" },
            { value: "rarement", label: "Rarement" },
            { value: "mois", label: "Chaque mois" },
            { value: "semaine", label: "Chaque semaine" },
            { value: "jour", label: "Chaque jour" },
          ]}
        />
      </div>
      <div className="jl-question">
        <p className="jl-question__meta">
          <strong>4.3</strong> · 10 points
        </p>
        <p className="jl-presence">Karim Benslimane répond ici</p>
        <MatrixField
          name="q43"
          label="Quelle part des enseignants utilise chaque service de l’ENT au moins une fois par semaine ?"
          labelSize="question"
          rows={[
            { value: "textes", label: "Cahier de textes" },
            { value: "notes", label: "Notes et absences" },
            { value: "messagerie", label: "Messagerie" },
            { value: "partage", label: "Partage de documents" },
          ]}
          columns={[
            { value: "q1", label: "Moins d’un quart" },
            { value: "q2", label: "Un quart à la moitié" },
            { value: "q3", label: "La moitié à trois quarts" },
            { value: "q4", label: "Plus des trois quarts" },
            { value: "so", label: "Sans objet", apart: true },
          ]}
          defaultValue={{ textes: "q4", notes: "q4", messagerie: "q3" }}
        />
      </div>
      <div className="jl-question">
        <RadioGroup
          name="decision"
          label="Niveau attribué"
          rich
          error="Choisissez un niveau."
          choices={[
            { value: "3", label: "Niveau 3", mark: <LevelMark level={3} /> },
            {
              value: "2",
              label: "Niveau 2",
              hint: "Proposé par le calcul",
              mark: <LevelMark level={2} />,
            },
          ]}
        />
      </div>
      <div className="jl-question">
        <FileField
          name="preuve"
          label="Joignez un scénario pédagogique mis en œuvre cette année"
          labelSize="question"
          hint="PDF, ODT, DOCX, JPEG ou PNG, 50 Mo par fichier, trois fichiers au plus."
          files={<Files />}
        />
      </div>
    </Sheet>
  );
}
