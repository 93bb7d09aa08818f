import { ArrowRight } from "lucide-react";
import { blockerLabels } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/components/button";
import { NextPanel } from "~/ui/components/next-panel";
import { TimeLeft } from "~/ui/components/time-left";
import { formatCount, formatDate, formatDateTime } from "~/ui/format";
import type { ApplicationHomeView } from "../application-home-view.server";

type Step = { title: string; text?: string; action?: { to: string; label: string } };

/** The one thing to do, until when, and what remains possible afterwards. */
export function NextStep({ view }: { view: ApplicationHomeView }) {
  const step = stepOf(view);
  const isDraft = view.status === "draft";
  return (
    <NextPanel
      kicker={step.action && isDraft ? "À faire maintenant" : "Où en est votre candidature"}
      title={step.title}
      text={step.text}
      action={
        step.action && (
          <LinkButton to={step.action.to} onDeep size="lg" icon={ArrowRight} iconPosition="end">
            {step.action.label}
          </LinkButton>
        )
      }
      deadline={isDraft ? deadlineOf(view) : undefined}
    />
  );
}

function deadlineOf({ closesAt, isExtended, now, isOpen }: ApplicationHomeView) {
  const date = formatDateTime(closesAt, { weekday: true });
  const sentence = `${date.charAt(0).toUpperCase()}${date.slice(1)}, heure de Paris.`;
  return {
    label: isExtended ? "Délai prolongé pour vous" : "Clôture",
    value: isOpen ? <TimeLeft now={now} until={closesAt} isShort /> : closedWords(isExtended),
    detail: isOpen
      ? `${sentence} Ensuite, le brouillon reste lisible mais ne peut plus être transmis.`
      : `${sentence} Le brouillon reste lisible mais ne peut plus être transmis.`,
  };
}

const closedWords = (isExtended: boolean) =>
  isExtended ? "Délai prolongé passé" : "Campagne close";

function stepOf(view: ApplicationHomeView): Step {
  if (view.completion) return completionStep(view.id, view.completion);
  switch (view.status) {
    case "draft": {
      const step = draftStep(view);
      return view.isResumed ? { ...step, text: `${step.text} ${resumed}` } : step;
    }
    case "withdrawn":
      return {
        title: "Candidature retirée",
        text: `Elle reste lisible et ne sera pas examinée.${view.isOpen ? " Vous pouvez la reprendre jusqu’à la clôture." : ""}`,
        ...(view.canSubmit && {
          action: { to: paths.withdrawal(view.id), label: "Voir le retrait" },
        }),
      };
    case "decided":
      return {
        title: view.decision ? "La décision est publiée" : "La décision est prise",
        text: "Elle figure ci-dessous avec les actes qui la portent.",
        action: { to: paths.receipt(view.id), label: "Voir le récépissé" },
      };
    default:
      return {
        title: "Votre candidature est transmise",
        text: `${
          view.receipt ? `Reçue le ${formatDate(view.receipt.submittedAt)}. ` : ""
        }L’instruction commence après la clôture\u00a0; le jury propose ensuite un niveau, et les décisions sont publiées pour tous en même temps.`,
        action: { to: paths.receipt(view.id), label: "Voir le récépissé" },
      };
  }
}

const resumed =
  "Retirée puis reprise, cette candidature ne sera examinée que si vous la transmettez de nouveau.";

function completionStep(
  id: string,
  { dueOn, isInTime, isWhole, questions }: NonNullable<ApplicationHomeView["completion"]>,
): Step {
  const due = formatDate(dueOn, { weekday: true });
  if (isWhole) {
    return {
      title: isInTime
        ? "Votre candidature est ouverte à la modification"
        : "La modification est close",
      text: isInTime
        ? `À transmettre de nouveau au plus tard le ${due} inclus. Ce que vous avez transmis reste valable d’ici là.`
        : `L’échéance du ${due} est passée\u00a0: ce que vous aviez transmis reste valable.`,
      action: { to: paths.completion(id), label: "Voir la modification" },
    };
  }
  return {
    title: "L’instruction demande des compléments",
    text: isInTime
      ? `${formatCount(questions.length, "question")} à compléter, à transmettre au plus tard le ${due} inclus. Les autres réponses ne changent plus.`
      : `L’échéance du ${due} est passée\u00a0: ces questions sont refermées. Demandez à l’instruction de la prolonger.`,
    action: { to: paths.completion(id), label: "Voir ce qui est demandé" },
  };
}

function draftStep(view: ApplicationHomeView): Step {
  const left = view.sections.reduce((sum, section) => sum + section.missing.length, 0);
  if (view.canSign) {
    return {
      title: "Lire la candidature et la signer",
      text: "Votre signature est demandée avant la transmission.",
      action: { to: paths.sign(view.id), label: "Lire et signer" },
    };
  }
  if (!view.isOpen) {
    const reason = view.blockers.some(({ blocker }) => blocker === "not-open-yet")
      ? "not-open-yet"
      : "deadline-passed";
    return {
      title: reason === "not-open-yet" ? "La campagne n’est pas ouverte" : "La campagne est close",
      text: blockerLabels[reason],
      action: { to: paths.review(view.id), label: "Relire le brouillon" },
    };
  }
  if (view.resume) {
    const isStarted = view.sections.some((section) => section.filled > 0);
    return {
      title: `${isStarted ? "Terminer" : "Commencer"} la section «\u00a0${view.resume.section}\u00a0»`,
      text:
        left === 0
          ? "Des réponses sont à corriger avant de transmettre."
          : `Il reste ${formatCount(left, "question obligatoire", "questions obligatoires")}.`,
      action: view.canAnswer
        ? {
            to: view.resume.to,
            label: `${isStarted ? "Reprendre à" : "Commencer par"} la question ${view.resume.number}`,
          }
        : { to: paths.review(view.id), label: "Lire la candidature" },
    };
  }
  if (left > 0) {
    return {
      title: "Vos sections sont complètes",
      text: `Ailleurs dans le dossier, il reste ${formatCount(left, "question obligatoire", "questions obligatoires")}.`,
      action: { to: paths.review(view.id), label: "Lire la candidature" },
    };
  }
  const [blocker] = view.blockers;
  if (blocker) {
    return {
      title: "Toutes les réponses sont là",
      text: blocker.text,
      action: { to: paths.review(view.id), label: "Relire les réponses" },
    };
  }
  return {
    title: "Relire, déclarer et transmettre",
    text: "Toutes les questions obligatoires ont leur réponse.",
    action: { to: paths.submit(view.id), label: "Relire et transmettre" },
  };
}
