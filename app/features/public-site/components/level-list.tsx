import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { nbsp } from "~/ui/format";

type Props = {
  readonly levels: readonly {
    readonly level: number;
    readonly title: string;
    readonly gates: readonly string[];
    readonly rights?: readonly string[];
  }[];
};

/** A level of the domain as its mark takes it. */
export function markOf(level: number): LevelValue {
  return level === 1 || level === 2 || level === 3 ? level : 0;
}

/** « Niveau 2 : Confirmé »; a level that its document only numbers is not named twice. */
function levelHeading(level: number, title: string): string {
  const name = `Niveau ${level}`;
  return title === name ? name : `${name}${nbsp}: ${title}`;
}

/** Levels side by side: the conditions of each, then what it gives a right to. */
export function LevelList({ levels }: Props) {
  return (
    <ul className="jl-levels">
      {levels.map(({ level, title, gates, rights = [] }) => (
        <li key={level}>
          <LevelMark level={markOf(level)} size="lg" />
          <h3>{levelHeading(level, title)}</h3>
          <ul className="jl-levels__gates">
            {gates.map((gate) => (
              <li key={gate}>{gate}</li>
            ))}
          </ul>
          {rights.map((right) => (
            <p key={right}>{right}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
