import ipaddr from 'ipaddr.js'
import type { Settings } from '#foundation/config/settings.ts'

type SignupSettings = Settings['signup']

const unlimited = -1

/** Whether somebody may sign up or ask for it, the address aside (spec 02 §3.1). */
export function isSignupOpen(signup: Pick<SignupSettings, 'enabled' | 'limit'>, userCount: number): boolean {
  return signup.enabled && (signup.limit === unlimited || userCount < signup.limit)
}

/** A whitelist with a valid entry excludes everybody else, a blacklist its members (spec 02 §3.1). */
export function isSignupAddressAllowed(cidr: SignupSettings['filters']['cidr'], ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  const isIn = (range: ReturnType<typeof parseRange>) =>
    range !== undefined && range[0].kind() === address.kind() && address.match(range as never)
  const whitelist = cidr.whitelist.map(parseRange).filter((range) => range !== undefined)
  if (whitelist.length > 0) return whitelist.some(isIn)
  return !cidr.blacklist.map(parseRange).some(isIn)
}

function parseRange(text: string) {
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}
