import type { ReactNode } from "react";
import { outcomeLabel } from "~/features/application-file/outcome-label";
import { OutcomeMark } from "~/features/application-file/outcome-mark";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { formatCount, formatNumber, pluralOf } from "~/ui/format";
import type { JuryView } from "../jury-view.server";
import { bandHints, bandLabels } from "../labels";

type RankedFile = JuryView["bands"][number]["files"][number];

type Props = {
  readonly session: JuryView;
  readonly currentId?: string | undefined;
  readonly hasHints?: boolean;
};

const proposedWords = (scale: JuryView["scale"], level: number) =>
  scale === "levels" ? `${outcomeLabel(scale, level)} proposé` : outcomeLabel(scale, level);

/** How many files on each side of the one that is read stay in view. */
const near = 3;

/** The ranked files in their bands; before one file, only those of its neighbourhood are unfolded. */
export function BandList({ session, currentId, hasHints }: Props) {
  return session.bands.map(({ band, files }) => {
    const { before, shown, after } = splitAround(files, currentId);
    const ranked = (some: readonly RankedFile[]) => (
      <Ranked session={session} currentId={currentId} files={some} />
    );
    return (
      <section key={band} className="jl-band-list">
        <div className="jl-band-list__head">
          <h2>{bandLabels[band]}</h2>
          <p>{files.length === 0 ? "Aucun dossier" : formatCount(files.length, "dossier")}</p>
        </div>
        {hasHints ? <p className="jl-quiet">{bandHints[band]}</p> : null}
        {before.length > 0 ? (
          <Folded
            words={pluralOf(
              before.length,
              "Le dossier précédent",
              `Les ${before.length} précédents`,
            )}
          >
            {ranked(before)}
          </Folded>
        ) : null}
        {shown.length > 0 ? ranked(shown) : null}
        {after.length > 0 ? (
          <Folded
            words={pluralOf(after.length, "Le dossier suivant", `Les ${after.length} suivants`)}
          >
            {ranked(after)}
          </Folded>
        ) : null}
      </section>
    );
  });
}

function splitAround(files: readonly RankedFile[], currentId: string | undefined) {
  if (currentId === undefined) return { before: [], shown: files, after: [] };
  const place = files.findIndex(({ id }) => id === currentId);
  const from = Math.max(0, place - near);
  const to = place < 0 ? near : place + near + 1;
  return { before: files.slice(0, from), shown: files.slice(from, to), after: files.slice(to) };
}

function Folded({ words, children }: { words: string; children: ReactNode }) {
  return (
    <details className="jl-band-list__more">
      <summary className="jl-more">{words}</summary>
      {children}
    </details>
  );
}

type RankedProps = {
  readonly session: JuryView;
  readonly currentId: string | undefined;
  readonly files: readonly RankedFile[];
};

function Ranked({ session, currentId, files }: RankedProps) {
  return (
    <ol>
      {files.map((file) => (
        <li
          key={file.id}
          className={file.id === currentId ? "jl-ranked jl-ranked--current" : "jl-ranked"}
        >
          <span className="jl-ranked__rank">{file.rank}</span>
          <span className="jl-ranked__name">
            <Anchor
              to={paths.juryFile(session.slug, file.id)}
              aria-current={file.id === currentId ? "page" : undefined}
            >
              {file.name}
            </Anchor>
            <span className="jl-quiet">{file.communeName ?? file.uai}</span>
          </span>
          <span className="jl-ranked__score">
            {file.proposedLevel === null ? (
              <>
                <span className="fr-sr-only">Score instruit&nbsp;: </span>
                {file.score === null ? "–" : formatNumber(file.score, { decimals: 1 })}
              </>
            ) : (
              <OutcomeMark
                scale={session.scale}
                level={file.proposedLevel}
                size="sm"
                label={proposedWords(session.scale, file.proposedLevel)}
                labelHidden
              />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
