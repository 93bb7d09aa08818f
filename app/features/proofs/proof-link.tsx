import { Anchor } from "~/ui/components/anchor";
import { heldBackWords } from "./labels";

/** A file by its name: a link to it, or why nobody may open it yet. */
export function ProofLink({ name, to }: { readonly name: string; readonly to: string | null }) {
  if (to === null) return <>{`${name} (${heldBackWords})`}</>;
  return (
    <Anchor to={to} reloadDocument>
      {name}
    </Anchor>
  );
}
