import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readForm, safeReturn } from "~/http/forms.server";
import { paths } from "~/paths";

const year = 31_536_000;

export function loader() {
  return redirect(paths.home());
}

/** Remembers the display chosen (clair, sombre) in a cookie; nothing is stored on the server. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const display = form.get("affichage") === "sombre" ? "sombre" : "clair";
  return redirect(safeReturn(form.get("retour"), paths.home()), {
    headers: { "Set-Cookie": `affichage=${display}; Path=/; Max-Age=${year}; SameSite=Lax` },
  });
}
