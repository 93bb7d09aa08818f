import { paths } from "~/paths";
import { Link } from "~/ui/components/link";
import { pluralOf } from "~/ui/format";
import { numberWord, sentenceCase } from "../campaign-words";
import type { HomeView } from "../home-view.server";
import { LevelList } from "./level-list";

type Label = NonNullable<HomeView["label"]>;

/** The levels of the label with the conditions that its grid states, and what each gives a right to. */
export function LevelsBand({ label }: { label: Label }) {
  const { levels, axes } = label;
  if (levels.length === 0) return null;
  const count = sentenceCase(numberWord(levels.length));
  return (
    <section className="jl-band jl-bleed" aria-labelledby="niveaux">
      <h2 id="niveaux">
        {`${count} ${pluralOf(levels.length, "niveau, lu", "niveaux, lus")} sur ${numberWord(axes.count)} ${pluralOf(axes.count, "axe")}`}
      </h2>
      <p className="jl-second jl-measure">{`${axes.words}.`}</p>
      <LevelList levels={levels} />
      <Link to={paths.grid(label.slug)} icon="arrow">
        Voir la grille complète, question par question
      </Link>
    </section>
  );
}
