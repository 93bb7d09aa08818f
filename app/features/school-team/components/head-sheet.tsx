import { Form } from "@remix-run/react";
import type { HeadshipState } from "~/domain/access/mandates";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { mandateNames } from "../labels";
import type { MandateLine } from "../mandate-line";
import type { TeamView } from "../team-view.server";
import { periodOf } from "./period";

const alerts: Readonly<
  Record<Exclude<HeadshipState, "one">, { readonly title: string; readonly text: string }>
> = {
  nobody: {
    title: "Personne ne peut signer pour l’établissement aujourd’hui",
    text: "Aucun chef d’établissement n’a de compte ouvert, et aucun intérim n’est en cours. Seules les délégations en cours permettent de transmettre.",
  },
  "several-heads": {
    title: "Plusieurs chefs d’établissement sont en fonction",
    text: "Chacun peut signer et transmettre. La DANE met fin aux fonctions de la personne partie.",
  },
  "head-and-interim": {
    title: "Le chef d’établissement et son intérim sont en fonction",
    text: "L’un et l’autre peuvent signer et transmettre jusqu’à la fin de l’intérim.",
  },
};

/** Who acts as head today, since when; what the académie may do about it. */
export function HeadSheet({ view }: { readonly view: TeamView }) {
  const { heads, headship, can } = view;
  return (
    <Sheet title="Chef d’établissement">
      <div className="jl-stack">
        {headship !== "one" && (
          <Alert tone="warning" titleLevel={3} title={alerts[headship].title}>
            {alerts[headship].text}
          </Alert>
        )}
        {heads.length > 0 && (
          <ul className="jl-team">
            {heads.map((line) => (
              <HeadLine key={line.id} uai={view.uai} line={line} />
            ))}
          </ul>
        )}
        {(can.appoint || can.invite) && (
          <ButtonGroup>
            {can.appoint && (
              <LinkButton to={paths.schoolActingHead(view.uai)} variant="secondary">
                Enregistrer un intérim
              </LinkButton>
            )}
            {can.invite && (
              <Form method="post">
                <Button variant="secondary">Inviter le chef d’établissement</Button>
              </Form>
            )}
          </ButtonGroup>
        )}
      </div>
    </Sheet>
  );
}

function HeadLine({ uai, line }: { readonly uai: string; readonly line: MandateLine }) {
  return (
    <li className="jl-mandate">
      <span className="jl-avatar" aria-hidden>
        {line.initials}
      </span>
      <div className="jl-mandate__text">
        <p>
          <strong>{line.name}</strong>
        </p>
        <p className="jl-team__role">{mandateNames[line.role]}</p>
        <p className="jl-team__role">
          {line.validFrom || line.validUntil
            ? `${periodOf(line)}.`
            : "Date de prise de fonction non renseignée."}
        </p>
        <p className="jl-team__role">{line.email}</p>
        {line.isWaiting && <Badge icon="clock">Invitation envoyée, compte pas encore ouvert</Badge>}
      </div>
      {line.canEnd && (
        <Link
          to={paths.endMandate(uai, line.id)}
          size="sm"
          aria-label={`Mettre fin aux fonctions de ${line.name}`}
        >
          {"Mettre\u00a0fin"}
        </Link>
      )}
    </li>
  );
}
