import { Button } from "~/ui/components/button";
import type { PostedForm } from "../posted-form";

/** A text that a person wrote, rather than a code or a choice. */
const isWritten = (value: string) => value.length > 25 && /\s/.test(value.trim());

/** Sends again a form that was not received; a plain form, so that it needs neither script nor router. */
export function ResendForm({ posted }: { readonly posted: PostedForm }) {
  const texts = posted.fields.filter(({ value }) => isWritten(value));
  return (
    <form method="post" action={posted.action} className="jl-form">
      <p>
        Ce que vous venez d’envoyer est gardé dans cette page&nbsp;: envoyez-le de nouveau dans
        quelques instants, sans la fermer.
        {posted.hasFiles ? " Les fichiers joints seront à choisir de nouveau." : null}
      </p>
      {posted.fields.map(({ place, name, value }) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      {texts.length > 0 ? (
        <details>
          <summary className="jl-more">Voir les textes que vous aviez écrits</summary>
          {texts.map(({ place, value }) => (
            <p key={place}>{value}</p>
          ))}
        </details>
      ) : null}
      <div>
        <Button>Envoyer de nouveau</Button>
      </div>
    </form>
  );
}
