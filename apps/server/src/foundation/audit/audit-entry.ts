import type { AuditDomain, AuditSubject } from './audit-log.ts'

type Scalar = string | number | boolean | null
export type AuditEntry = Record<string, Scalar>

/** Before the names of an object's members. */
const kinds: Readonly<Record<AuditDomain, string>> = {
  users: 'user',
  videos: 'video',
  comments: 'comment',
  channels: 'channel',
  'channel-syncs': 'channel-sync',
  'video-imports': 'video-import',
  config: 'config',
}

const secretName = /password|token|secret/i

/** Characters of one value: a description is told, a homepage of a megabyte is not. */
const longestText = 10_000

/** `{ name: 'A', account: { id: 3 } }` → `{ 'video-name': 'A', 'video-account-id': 3 }` */
export function flattenSubject(domain: AuditDomain, subject: AuditSubject): AuditEntry {
  const flat: AuditEntry = {}
  collect(flat, kinds[domain], subject)
  return flat
}

/** What is told of an object that was one thing and is another. */
export function flattenChange(domain: AuditDomain, before: AuditSubject, after: AuditSubject): AuditEntry {
  const old = flattenSubject(domain, before)
  const changed = Object.entries(flattenSubject(domain, after)).filter(([name, value]) => old[name] !== value)
  return { ...old, ...Object.fromEntries(changed.map(([name, value]) => [`new-${name}`, value])) }
}

function collect(flat: AuditEntry, name: string, value: unknown): void {
  if (value === undefined || secretName.test(name)) return
  if (value instanceof Date) flat[name] = value.toISOString()
  else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) collect(flat, `${name}-${member}`, inner)
  } else if (typeof value === 'string') flat[name] = value.slice(0, longestText)
  else if (typeof value === 'number' || typeof value === 'boolean' || value === null) flat[name] = value
}
