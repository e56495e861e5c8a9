/** Kinds of sensitive content, by their bit (spec 01 §10). */
export const sensitiveKinds = { violent: 1, sexual: 2 } as const
export type SensitiveKind = keyof typeof sensitiveKinds

export type Policy = 'do_not_list' | 'warn' | 'blur' | 'display'
/** `default`: as all other sensitive content. */
export type KindPolicy = 'default' | Policy

interface Flags {
  nsfwFlagsDisplayed: number
  nsfwFlagsHidden: number
  nsfwFlagsWarned: number
  nsfwFlagsBlurred: number
}

const fields: Record<Policy, keyof Flags> = {
  do_not_list: 'nsfwFlagsHidden',
  warn: 'nsfwFlagsWarned',
  blur: 'nsfwFlagsBlurred',
  display: 'nsfwFlagsDisplayed',
}
const policies = Object.keys(fields) as Policy[]
const kinds = Object.keys(sensitiveKinds) as SensitiveKind[]

/** A kind stands in one bit field at most. */
export function policiesOf(flags: Flags): Record<SensitiveKind, KindPolicy> {
  const policyOf = (kind: SensitiveKind): KindPolicy =>
    policies.find((policy) => (flags[fields[policy]] & sensitiveKinds[kind]) !== 0) ?? 'default'
  return { violent: policyOf('violent'), sexual: policyOf('sexual') }
}

export function flagsOf(chosen: Record<SensitiveKind, KindPolicy>): Flags {
  const flags: Flags = { nsfwFlagsDisplayed: 0, nsfwFlagsHidden: 0, nsfwFlagsWarned: 0, nsfwFlagsBlurred: 0 }
  for (const kind of kinds) {
    const policy = chosen[kind]
    if (policy !== 'default') flags[fields[policy]] |= sensitiveKinds[kind]
  }
  return flags
}
