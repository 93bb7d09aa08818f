import type { ReactNode } from "react";

export interface PageTitleProps {
  title: ReactNode;
  /** Small line above: the campaign, the step. */
  kicker?: ReactNode;
  lead?: ReactNode;
  /** Figures or buttons at the right. */
  aside?: ReactNode;
}

/** The page's only h1, with what surrounds it. */
export function PageTitle({ title, kicker, lead, aside }: PageTitleProps) {
  return (
    <div className="jl-title">
      <div className="jl-title__text">
        {kicker && <p className="jl-title__kicker">{kicker}</p>}
        <h1>{title}</h1>
        {lead && <p className="jl-title__lead">{lead}</p>}
      </div>
      {aside && <div className="jl-title__aside">{aside}</div>}
    </div>
  );
}
