import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { visitor } from "~/domain/access/actor";
import { signOut } from "~/features/sign-in/sign-out.server";
import { findSignedIn } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";

export function loader() {
  return redirect(paths.home());
}

export async function action({ request }: ActionFunctionArgs) {
  const everywhere = (await readForm(request)).get("partout") === "oui";
  const signedIn = await findSignedIn(request);
  const cookie = await withWork(signedIn?.actor ?? visitor, (work) =>
    signOut(work, signedIn?.sessionId, { everywhere }),
  );
  return redirect(paths.home(), { headers: { "Set-Cookie": cookie } });
}
