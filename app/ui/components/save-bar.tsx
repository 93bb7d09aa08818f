import { CircleAlert, CircleCheck, CloudOff, KeyRound, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";

export type SaveState = "saved" | "saving" | "offline" | "signed-out" | "refused";

export interface SaveStatusProps {
  state: SaveState;
  /** « Enregistré à 14 h 32 ». */
  text: ReactNode;
  /** « 12 réponses sur 17 dans cette section ». */
  detail?: ReactNode;
}

const icons = {
  saved: CircleCheck,
  saving: LoaderCircle,
  offline: CloudOff,
  "signed-out": KeyRound,
  refused: CircleAlert,
};

/** The state of saving, announced politely, only when it changes. */
export function SaveStatus({ state, text, detail }: SaveStatusProps) {
  const Icon = icons[state];
  return (
    <div className={`jl-save jl-save--${state}`}>
      <Icon aria-hidden size={22} />
      <div>
        <p className="jl-save__text" role="status">
          {text}
        </p>
        {detail && <p className="jl-save__detail">{detail}</p>}
      </div>
    </div>
  );
}

export interface SaveBarProps extends SaveStatusProps {
  /** A `Link` that jumps to the first required question left. */
  remaining?: ReactNode;
  /** Previous, save and continue. */
  actions: ReactNode;
}

/** Sticks to the bottom of the questionnaire. */
export function SaveBar({ state, text, detail, remaining, actions }: SaveBarProps) {
  return (
    <section className="jl-savebar" aria-label="Enregistrement">
      <div className="fr-container">
        <SaveStatus state={state} text={text} detail={detail} />
        {remaining && <div className="jl-savebar__remaining">{remaining}</div>}
        <div className="jl-savebar__actions">{actions}</div>
      </div>
    </section>
  );
}
