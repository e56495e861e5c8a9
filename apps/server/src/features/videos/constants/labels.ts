import { resolutionLabel } from '@sepiola/media/resolutions.ts'

/** `{ id, label }`; a value that nobody knows reads "Unknown" (spec 01 §10). */
export function labelled<Id extends string | number>(
  labels: Readonly<Record<Id, string>>,
  id: Id | null,
): { id: Id | null; label: string } {
  return { id, label: (id !== null && labels[id]) || 'Unknown' }
}

export { labelledNumber } from '#foundation/labelled.ts'

/** The label of a file's resolution, whose size may be unknown (spec 05 §1). */
export function fileResolutionLabel(resolution: number, width: number | null, height: number | null): string {
  return resolutionLabel(resolution, { width: width ?? 0, height: height ?? 0 })
}
