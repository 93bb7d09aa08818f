import { outcomeLabel } from "~/features/application-file/outcome-label";
import { OutcomeMark } from "~/features/application-file/outcome-mark";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { formatCount, formatNumber } from "~/ui/format";
import type { JuryView } from "../jury-view.server";
import { bandHints, bandLabels } from "../labels";

type Props = {
  readonly session: JuryView;
  readonly currentId?: string;
  readonly hasHints?: boolean;
};

const proposedWords = (scale: JuryView["scale"], level: number) =>
  scale === "levels" ? `${outcomeLabel(scale, level)} proposé` : outcomeLabel(scale, level);

/** The ranked files in their bands; the proposed level, or else the score that ranks the file. */
export function BandList({ session, currentId, hasHints }: Props) {
  return session.bands.map(({ band, files }) => (
    <section key={band} className="jl-band-list">
      <div className="jl-band-list__head">
        <h2>{bandLabels[band]}</h2>
        <p>{files.length === 0 ? "Aucun dossier" : formatCount(files.length, "dossier")}</p>
      </div>
      {hasHints ? <p className="jl-quiet">{bandHints[band]}</p> : null}
      {files.length === 0 ? null : (
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
      )}
    </section>
  ));
}
