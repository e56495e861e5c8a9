export interface SettingProblem {
  /** Dotted name; absent when a whole file cannot be read. */
  key?: string
  /** As given; absent for secrets. */
  value?: unknown
  /** File or variable it comes from. */
  source?: string
  /** What was expected, or what is wrong. */
  message: string
}

/** All wrong values at once: the server does not start, or the change is refused. */
export class SettingsError extends Error {
  readonly problems: readonly SettingProblem[]

  constructor(problems: readonly SettingProblem[]) {
    super(['The configuration is not usable:', ...problems.map(describe)].join('\n  - '))
    this.name = 'SettingsError'
    this.problems = problems
  }
}

function describe({ key, value, source, message }: SettingProblem): string {
  const given = value === undefined ? '' : ` = ${JSON.stringify(value)}`
  const from = source ? ` (${source})` : ''
  return key ? `${key}${given}${from}: ${message}` : `${source}: ${message}`
}
