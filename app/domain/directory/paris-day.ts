/** The day an instant falls on in Paris, as `AAAA-MM-JJ`. */
export function isoDayInParis(instant: Date): string {
  return instant.toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
}
