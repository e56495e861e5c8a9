/** What the page of logs shows, as its address says it. */
export interface LogChoice {
  kind: 'standard' | 'audit'
  level: LogLevel
  /** Minutes back from now. */
  since: number
  /** Lines with one of these; empty = all. */
  tags: string[]
  search: string
  live: boolean
}

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]
export const spans = [15, 60, 360, 1440, 10_080] as const
const standard: LogChoice = { kind: 'standard', level: 'info', since: 60, tags: [], search: '', live: false }

interface Address {
  pathname: string
  searchParams: { get(name: string): string | null }
}

export function readLogChoice({ searchParams }: Address): LogChoice {
  const since = Number(searchParams.get('since'))
  return {
    kind: searchParams.get('kind') === 'audit' ? 'audit' : 'standard',
    level: logLevels.find((level) => level === searchParams.get('level')) ?? standard.level,
    since: spans.find((span) => span === since) ?? standard.since,
    tags: splitTags(searchParams.get('tags') ?? ''),
    search: searchParams.get('search') ?? '',
    live: searchParams.get('live') === '1',
  }
}

export function logAddress(address: Address, change: Partial<LogChoice>): string {
  const choice = { ...readLogChoice(address), ...change }
  const params = new URLSearchParams()
  if (choice.kind !== standard.kind) params.set('kind', choice.kind)
  if (choice.level !== standard.level) params.set('level', choice.level)
  if (choice.since !== standard.since) params.set('since', String(choice.since))
  if (choice.tags.length) params.set('tags', choice.tags.join(','))
  if (choice.search) params.set('search', choice.search)
  if (choice.live) params.set('live', '1')
  const text = params.toString()
  return text ? `${address.pathname}?${text}` : address.pathname
}

export const splitTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]
