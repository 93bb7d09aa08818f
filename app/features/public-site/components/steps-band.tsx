import { formatCount } from "~/ui/format";
import type { HomeView } from "../home-view.server";

type Props = { readonly campaign: NonNullable<HomeView["campaign"]> };

/** From the first question to the decision, in four steps. */
export function StepsBand({ campaign }: Props) {
  const questions = formatCount(campaign.questionCount, "question");
  const length = campaign.minutes
    ? `${questions}, environ ${durationWords(campaign.minutes)} en tout.`
    : `${questions}.`;
  const isLabel = campaign.kind === "label";
  const steps = [
    {
      title: "Réunir l’équipe",
      text: isLabel
        ? "Le chef d’établissement invite son référent numérique, son gestionnaire et des enseignants."
        : "Le porteur du dossier invite les personnes qui répondent ou signent avec lui.",
    },
    { title: "Répondre à plusieurs", text: `${length} Chaque réponse est enregistrée aussitôt.` },
    {
      title: "Vérifier et transmettre",
      text: "Le résultat provisoire s’affiche avant l’envoi, avec ce qu’il manque pour aller plus haut.",
    },
    {
      title: "Recevoir la décision",
      text: "Instruction, jury, puis publication de toutes les décisions en même temps, avec leurs motifs.",
    },
  ];
  return (
    <section className="jl-band jl-bleed" aria-labelledby="etapes">
      <h2 id="etapes">
        {isLabel ? "De la première question au label" : "De la première question à la décision"}
      </h2>
      <ol className="jl-steps">
        {steps.map(({ title, text }, index) => (
          <li key={title}>
            <span className="jl-steps__number" aria-hidden>
              {index + 1}
            </span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function durationWords(minutes: number): string {
  if (minutes < 60) return formatCount(minutes, "minute");
  return formatCount(Math.round(minutes / 30) / 2, "heure");
}
