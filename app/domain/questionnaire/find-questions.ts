import type { Field, Question } from "./types";

/** Longest query read, in characters: what comes after is left out. */
export const longestQuery = 300;

/** A question as it is searched: its number as shown, beside its own words. */
export type SearchedQuestion = { readonly question: Question; readonly number: string };

/** Where a word was found; the lower, the more the question is about it. */
const rankOf = { number: 0, title: 1, option: 2, help: 3 } as const;

/**
 * The questions where every word of the query is found, blind to accents, case and plural, in the
 * number, the title, the labels of what one chooses or fills, or the help. Those whose titles hold the
 * words come first, then labels, then help; questions of the same rank stay in their order.
 */
export function findQuestions<Q extends SearchedQuestion>(
  questions: readonly Q[],
  query: string,
): Q[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return questions
    .flatMap((searched) => {
      const rank = rankOfQuestion(searched, words);
      return rank === undefined ? [] : [{ searched, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ searched }) => searched);
}

/** Words of a query to look for: single letters (« l », « d », « à ») say nothing beside others. */
function wordsOf(query: string): string[] {
  const words = foldWords(query.slice(0, longestQuery)).split(" ").filter(Boolean);
  const telling = words.filter((word) => word.length > 1);
  return (telling.length > 0 ? telling : words).map(singular);
}

/** The sum of where each word was best found; undefined when one of them is nowhere. */
function rankOfQuestion(
  { question, number }: SearchedQuestion,
  words: readonly string[],
): number | undefined {
  const places = [
    [rankOf.title, foldWords(question.title)],
    [rankOf.option, foldWords(labelsOf(question).join(" "))],
    [rankOf.help, foldWords(question.help ?? "")],
  ] as const;
  let sum = 0;
  for (const word of words) {
    const found =
      number === word || number.startsWith(`${word}.`)
        ? rankOf.number
        : places.find(([, text]) => holds(text, word))?.[0];
    if (found === undefined) return undefined;
    sum += found;
  }
  return sum;
}

/**
 * True when some word of a folded text begins so: « équip » finds « équipement », not « suréquipé ». A
 * short word is looked for whole: « ENT » is not « entreprise ».
 */
const holds = (text: string, word: string) =>
  ` ${text} `.includes(word.length > 3 ? ` ${word}` : ` ${word} `);

/** Letters without case or accent and digits, word by word; « 4.7 » stays whole, as a number is said. */
function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<!\d)\.|\.(?!\d)|[^a-z0-9.]+/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

const singular = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, "") : word);

/** What one chooses or fills: options, steps, rows, columns, fields of a block. */
function labelsOf(question: Question | Field): string[] {
  switch (question.kind) {
    case "single-choice":
    case "multiple-choice":
      return question.options.flatMap(words);
    case "scale":
      return question.steps.flatMap(words);
    case "matrix":
      return [...question.rows, ...question.columns].flatMap(words);
    case "repeatable":
      return question.questions.flatMap((field) => [...words(named(field)), ...labelsOf(field)]);
    default:
      return [];
  }
}

const named = ({ title, help }: Field) => ({ label: title, help });
const words = ({ label, help }: { readonly label: string; readonly help?: string }) =>
  help ? [label, help] : [label];
