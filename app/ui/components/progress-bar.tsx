export interface ProgressBarProps {
  /** 0..1; drawn between these bounds. */
  ratio: number;
  /** What progresses, for screen readers. */
  label: string;
  /** « 12 sur 17 », read as the value and shown above when `isShown`. */
  text?: string;
  isShown?: boolean;
}

/** A thin bar with its figures. */
export function ProgressBar({ ratio, label, text, isShown }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  return (
    <div className="jl-progress">
      {isShown && text && <span className="jl-progress__text">{text}</span>}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
      >
        <svg className="jl-bar" width="100%" height="6" aria-hidden focusable="false">
          <rect className="jl-bar__track" width="100%" height="6" rx="3" />
          <rect className="jl-bar__fill" width={`${percent}%`} height="6" rx="3" />
        </svg>
      </div>
    </div>
  );
}
