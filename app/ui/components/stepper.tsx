export interface StepperProps {
  /** From 1. */
  current: number;
  /** Two to eight. */
  total: number;
  title: string;
  nextTitle?: string;
  /** The stepper's title is the page's h1 unless told. */
  titleLevel?: 1 | 2;
}

/** Where one is in a sequence; not clickable, the side list navigates. */
export function Stepper({ current, total, title, nextTitle, titleLevel = 1 }: StepperProps) {
  const Heading = titleLevel === 1 ? "h1" : "h2";
  return (
    <div className="fr-stepper">
      <Heading className="fr-stepper__title">
        {title}
        <span className="fr-stepper__state">{`Étape ${current} sur ${total}`}</span>
      </Heading>
      <div className="fr-stepper__steps" data-fr-steps={total} data-fr-current-step={current} />
      {nextTitle && (
        <p className="fr-stepper__details">
          <span className="fr-text--bold">Étape suivante :</span> {nextTitle}
        </p>
      )}
    </div>
  );
}
