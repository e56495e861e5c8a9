import { splitHandle } from '@sepiola/contract/lenient.ts'
import type { Origin } from '#foundation/origin.ts'

/** `name` or `name@host`; this server's own host counts as local (spec 04). Undefined when it is no handle. */
export function resolveHandle(origin: Origin, handle: string): { name: string; host: string | null } | undefined {
  const parts = splitHandle(handle)
  if (!parts) return undefined
  const local = parts.host === undefined || parts.host === origin.host.toLowerCase()
  return { name: parts.name, host: local ? null : parts.host! }
}
