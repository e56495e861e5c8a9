import type { Origin } from '#foundation/origin.ts'

/** The name in `acct:name@host` when the host is this server's (spec 07 §1.1). */
export function readResource(origin: Pick<Origin, 'host'>, resource: string): string | undefined {
  const [, name, host] = /^acct:([^@\s]+)@([^@\s]+)$/.exec(resource) ?? []
  if (name === undefined || host === undefined) return undefined
  return withoutStandardPort(host) === withoutStandardPort(origin.host) ? name : undefined
}

function withoutStandardPort(host: string): string {
  return host.toLowerCase().replace(/:(80|443)$/, '')
}
