/** `{ id, label }` of a value that is never null; one that nobody knows reads "Unknown" (spec 01 §10). */
export function labelledNumber(labels: Readonly<Record<number, string>>, id: number): { id: number; label: string } {
  return { id, label: labels[id] ?? 'Unknown' }
}
