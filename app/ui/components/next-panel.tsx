import type { ReactNode } from "react";

export interface NextPanelProps {
  kicker?: string;
  title: ReactNode;
  text?: ReactNode;
  /** One `LinkButton` or `Button` with `onDeep` and size `lg`. */
  action?: ReactNode;
  /** Until when, and what remains possible afterwards. */
  deadline?: { label: string; value: ReactNode; detail: ReactNode };
}

/** Where am I, what must I do, until when: the first block of a page. */
export function NextPanel({
  kicker = "À faire maintenant",
  title,
  text,
  action,
  deadline,
}: NextPanelProps) {
  return (
    <section className="jl-next" aria-labelledby="a-faire">
      <div className="jl-next__main">
        <p className="jl-next__kicker">{kicker}</p>
        <h2 id="a-faire" className="jl-next__title">
          {title}
        </h2>
        {text && <p className="jl-next__text">{text}</p>}
        {action && <div className="jl-next__action">{action}</div>}
      </div>
      {deadline && (
        <div className="jl-next__aside">
          <p>{deadline.label}</p>
          <p className="jl-next__date">{deadline.value}</p>
          <p>{deadline.detail}</p>
        </div>
      )}
    </section>
  );
}
