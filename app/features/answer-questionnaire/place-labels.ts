import type { ServerAnswer } from "~/domain/application/save-queue";
import type { Question } from "~/domain/questionnaire/types";
import { placesIn } from "./places-in";
import type { PlaceLabels } from "./typed-fields";

/** Names of the places that some answers hold, asked of the server by their code; what it does not say is left out. */
export async function readPlaceLabels(
  questions: readonly Question[],
  answers: Readonly<Record<string, ServerAnswer>>,
): Promise<PlaceLabels> {
  const { commune, school } = placesIn(
    questions.map((question) => [question, answers[question.id]?.value ?? null] as const),
  );
  const labels: Record<string, string> = {};
  const ask = async (path: string) => {
    const response = await fetch(path).catch(() => undefined);
    if (!response?.ok) return;
    const { places } = (await response.json()) as { places: { code: string; label: string }[] };
    for (const { code, label } of places) labels[code] = label;
  };
  await Promise.all([
    ...commune.map((code) => ask(`/api/communes/${code}`)),
    ...school.map((code) => ask(`/api/etablissements/${code}`)),
  ]);
  return labels;
}
