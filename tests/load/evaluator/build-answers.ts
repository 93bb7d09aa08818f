import type { CampaignDocument } from "~/domain/campaign/document";
import type { Answers, Question } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";

/** A small seeded generator (mulberry32): the same seed gives the same answers on any machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * `count` sets of answers, each from a school more or less advanced, so that every level is reached.
 * All questions are answered but for one in fifty, the hidden ones too: leftovers are part of the
 * work. Keys come sorted by question, as the answers' repository gives them.
 */
export function buildAnswerSets(
  document: CampaignDocument,
  count: number,
  seed: number,
): Answers[] {
  const random = seededRandom(seed);
  const questions = listQuestions(document.questionnaire)
    .map(({ question }) => question)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: count }, () => {
    const advance = random();
    return Object.fromEntries(
      questions.flatMap((question) =>
        random() < 0.02 ? [] : [[question.id, drawAnswer(question, advance, random)]],
      ),
    );
  });
}

/** One answer: `advance` (0 to 1) pulls it towards the better end. */
function drawAnswer(question: Question, advance: number, random: () => number): unknown {
  const better = () => Math.min(0.999, random() * 0.6 + advance * 0.5);
  switch (question.kind) {
    case "yes-no":
      return better() > 0.35;
    case "single-choice":
      return question.options[Math.floor(better() * question.options.length)]?.id;
    case "scale":
      return question.steps[Math.floor(better() * question.steps.length)]?.id;
    case "multiple-choice":
      return question.options.filter(() => better() > 0.45).map((option) => option.id);
    case "integer":
      return Math.floor(better() * (question.max === 20 ? 14 : 400));
    case "percentage":
      return Math.floor(better() * 100);
    default:
      throw new Error(`Question « ${question.kind} » sans tirage : ${question.id}`);
  }
}
