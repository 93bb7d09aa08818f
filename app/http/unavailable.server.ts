/** Said whenever the database cannot answer; the browser's queue of saves waits and tries again. */
export const unavailableText =
  "Le service est momentanément indisponible. Rien de ce qui était enregistré n’est perdu. Réessayez dans une minute.";

/** What every answer 503 says beside its page: when to come back, in seconds, and that no cache keeps it. */
export const unavailableHeaders = { "Retry-After": "10", "Cache-Control": "no-store" } as const;

/** 503: the database is away for now; what was asked may be asked again as it is. */
export function unavailable(): Response {
  return new Response(unavailableText, { status: 503, headers: unavailableHeaders });
}
