import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

export interface SheetProps {
  title?: ReactNode;
  /** Level of the title's heading; 2 by default. */
  level?: 2 | 3;
  /** At the right of the title: a count, a legend, a button. */
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
  /** `flush` lets a table reach the edges. */
  padding?: "normal" | "flush";
  className?: string;
  /** False for one of many alike, whose titles may repeat: it is then no landmark of its own. */
  isLandmark?: boolean;
}

/** A white sheet on the ground; names itself by its title. */
export function Sheet({
  title,
  level = 2,
  aside,
  children,
  id,
  padding,
  className,
  isLandmark = true,
}: SheetProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={classNames("jl-sheet", padding === "flush" && "jl-sheet--flush", className)}
      aria-labelledby={title && isLandmark ? titleId : undefined}
    >
      {(title || aside) && (
        <div className="jl-sheet__head">
          {title && (
            <Heading id={titleId} className="jl-sheet__title">
              {title}
            </Heading>
          )}
          {aside && <div className="jl-sheet__aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
