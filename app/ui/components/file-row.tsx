import type { ReactNode } from "react";
import { ProgressBar } from "./progress-bar";

export interface FileRowProps {
  /** Three or four letters: PDF, ODT, JPG. */
  type: string;
  name: string;
  /** Link to the file, when it may be read. */
  to?: string;
  /** Size, day, author. */
  detail?: ReactNode;
  /** What the scan found, or that it was not done; never « sain ». */
  scan?: { tone: "ok" | "neutral" | "err"; text: string };
  /** While sending: ratio 0..1 and figures. */
  sending?: { ratio: number; text: string };
  /** Remove, cancel. */
  action?: ReactNode;
}

/** One file of a list (`<ul className="jl-files">`). */
export function FileRow({ type, name, to, detail, scan, sending, action }: FileRowProps) {
  return (
    <li className="jl-file">
      <span className="jl-file__type" aria-hidden>
        {type}
      </span>
      <div className="jl-file__text">
        <p className="jl-file__name">{to ? <a href={to}>{name}</a> : name}</p>
        {sending && <ProgressBar ratio={sending.ratio} label={`Envoi de ${name}`} />}
        {sending && <p className="jl-file__detail">{sending.text}</p>}
        {detail && <p className="jl-file__detail">{detail}</p>}
        {scan && <p className={`jl-file__scan jl-tone-${scan.tone}`}>{scan.text}</p>}
      </div>
      {action && <div className="jl-file__action">{action}</div>}
    </li>
  );
}
