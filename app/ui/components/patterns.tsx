import { useId } from "react";

/** An id that may stand in `url(#…)`. */
export function usePatternId(): string {
  return `m${useId().replace(/[^a-zA-Z0-9]/g, "")}`;
}

export type PatternKind = "hatch" | "dots" | "lines" | "cross" | "sparse";

/** A 8-unit tile; its colour comes from the class (`stroke`, `fill` by CSS). */
export function Pattern({
  id,
  kind,
  className,
}: {
  id: string;
  kind: PatternKind;
  className: string;
}) {
  const side =
    kind === "lines" ? 5 : kind === "hatch" || kind === "cross" ? 7 : kind === "dots" ? 6 : 9;
  return (
    <pattern
      id={id}
      className={className}
      width={side}
      height={side}
      patternUnits="userSpaceOnUse"
      patternTransform={kind === "dots" || kind === "sparse" ? undefined : "rotate(45)"}
    >
      <rect className="jl-pattern__ground" width={side} height={side} />
      {(kind === "dots" || kind === "sparse") && (
        <circle className="jl-pattern__dot" cx="3" cy="3" r="1.1" />
      )}
      {(kind === "hatch" || kind === "lines" || kind === "cross") && (
        <rect className="jl-pattern__line" width={kind === "lines" ? 1.4 : 2} height={side} />
      )}
      {kind === "cross" && <rect className="jl-pattern__line" width={side} height="2" />}
    </pattern>
  );
}
