/** `{ id, label }`; a value that nobody knows reads "Unknown" (spec 01 §10). */
export function labelled<Id extends string | number>(
  labels: Readonly<Record<Id, string>>,
  id: Id | null,
): { id: Id | null; label: string } {
  return { id, label: (id !== null && labels[id]) || 'Unknown' }
}

/** The same for values that are never null. */
export function labelledNumber(labels: Readonly<Record<number, string>>, id: number): { id: number; label: string } {
  return { id, label: labels[id] ?? 'Unknown' }
}

/** Spec 05 §1: the larger side names a resolution that is no rung. */
const namedByLargerSide: Readonly<Record<number, number>> = {
  3840: 2160,
  1920: 1080,
  1280: 720,
  854: 480,
  640: 360,
  426: 240,
  256: 144,
}
const rungs = new Set([144, 240, 360, 480, 720, 1080, 1440, 2160])

export function resolutionLabel(resolution: number, width: number | null, height: number | null): string {
  if (resolution === 0) return 'Audio only'
  const larger = Math.max(width ?? 0, height ?? 0)
  return `${rungs.has(resolution) ? resolution : (namedByLargerSide[larger] ?? resolution)}p`
}
