import type { Origin } from '../origin.ts'
import { invalidParams, type InvalidParam } from './problem.ts'

/** A field with the host that it names. */
interface NamedHost extends Pick<InvalidParam, 'value' | 'path' | 'location'> {
  host: string
}

/**
 * Only a server that itself runs without a domain knows others without one (spec 01 §7). Throws 400 with all such
 * fields; `url` is that of the request.
 */
export function refusePrivateHosts(origin: Origin, fields: readonly NamedHost[], url: string): void {
  if (['localhost', '127.0.0.1'].includes(origin.hostname)) return
  const refused = fields.filter(({ host }) => !host.includes('.') && host !== origin.host.toLowerCase())
  if (refused.length === 0) return
  const failures = refused.map(({ value, path, location }) => ({ value, path, location, msg: 'Not a host.' }))
  throw invalidParams(
    failures.map((failure) => ({ type: 'field', ...failure })),
    url,
  )
}
