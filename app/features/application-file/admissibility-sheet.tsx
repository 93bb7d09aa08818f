import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";
import { frenchText } from "~/ui/format";
import type { AdmissibilityView, MissingLine } from "./describe-admissibility.server";

/** « Recevabilité »: all that a file lacks to be admissible, by whom and until when; says so when it is nothing. */
export function AdmissibilitySheet({ view }: { readonly view: AdmissibilityView }) {
  return (
    <Sheet
      title="Recevabilité"
      aside={
        view.isAdmissible ? (
          <Badge tone="success" icon="check">
            Rien d’obligatoire ne manque
          </Badge>
        ) : (
          <Badge tone="warning" icon="alert">
            Incomplète
          </Badge>
        )
      }
    >
      {view.missing.length === 0 ? (
        <p>Rien ne manque à cette candidature pour être recevable.</p>
      ) : (
        <ul className="jl-errors">
          {view.missing.map((line) => (
            <Missing key={line.what} line={line} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Missing({ line }: { readonly line: MissingLine }) {
  return (
    <li>
      <strong>{line.text}</strong>
      {line.isRequired ? "" : " (facultatif)"}
      <span className="jl-line jl-second">
        {frenchText(`Par ${line.who} ; ${line.by}.`)}{" "}
        {line.isOverdue && <strong>Échéance passée.</strong>}{" "}
        {line.link && <Anchor to={line.link.to}>{line.link.label}</Anchor>}
      </span>
    </li>
  );
}
