/** A line of a log as one reads it: what it says, and everything else it knows. */
export interface LogLine {
  /** The line as it is stored, which also tells it from others. */
  text: string
  timestamp: string
  level: string
  message: string
  tags: string[]
  /** Flat: `err.stack`, `video-name`. */
  fields: Array<{ name: string; value: string }>
}

const known = new Set(['timestamp', 'level', 'message', 'tags'])

export function toLogLine(line: Readonly<Record<string, unknown>>): LogLine {
  const { timestamp, level, message, tags } = line
  const fields: LogLine['fields'] = []
  for (const [name, value] of Object.entries(line)) if (!known.has(name)) collect(fields, name, value)
  return {
    text: JSON.stringify(line),
    timestamp: typeof timestamp === 'string' ? timestamp : '',
    level: typeof level === 'string' ? level : 'info',
    message: typeof message === 'string' ? message : auditMessage(message ?? line),
    tags: Array.isArray(tags) ? tags.map(String) : [],
    fields,
  }
}

/** Lines of the audit log say who did what: `root: update users`. */
function auditMessage(value: unknown): string {
  const { user, action, domain } = (typeof value === 'object' ? value : {}) as Record<string, unknown>
  if (typeof action !== 'string') return ''
  const said = (part: unknown) => (typeof part === 'string' ? part : '')
  return `${said(user)}: ${action} ${said(domain)}`.trim()
}

function collect(fields: LogLine['fields'], name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [inner, one] of Object.entries(value)) collect(fields, `${name}.${inner}`, one)
  } else if (value !== undefined) {
    fields.push({ name, value: typeof value === 'string' ? value : JSON.stringify(value) })
  }
}
