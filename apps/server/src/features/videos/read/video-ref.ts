import type { Reference } from '@sepiola/contract/lenient.ts'
import { isUuid, shortToUuid } from '@sepiola/contract/short-uuid.ts'

/** How a request names a video: by number or by UUID. */
export type VideoRef = Reference

const largestId = 2147483647

/** Reads id, UUID or short UUID (spec 01 §7); undefined when it is none of them. */
export function readVideoRef(value: string | number): VideoRef | undefined {
  const text = String(value)
  if (isUuid(text)) return { uuid: text.toLowerCase() }
  if (/^\d{1,10}$/.test(text)) return Number(text) <= largestId ? { id: Number(text) } : undefined
  const uuid = shortToUuid(text)
  return uuid && isUuid(uuid) ? { uuid } : undefined
}

/** Numbers beyond the column's range name no video. */
export function isPossible(ref: VideoRef): boolean {
  return 'uuid' in ref || ref.id <= largestId
}
