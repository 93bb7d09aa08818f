import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { workspaceOf } from "~/features/layout/navigation";
import { requireSignedIn } from "~/http/access.server";

/** Sends each person to their first task. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request);
  return redirect(workspaceOf(actor));
}
