import { problemStatus, type ProblemCode } from '@sepiola/contract/problem-codes.ts'
import { STATUS_CODES } from '../net/node-http.ts'

const docs = 'https://docs.joinpeertube.org/api-rest-reference.html'

export interface InvalidParam {
  type: 'field'
  value: unknown
  msg: string
  path: string
  location: 'body' | 'params' | 'query' | 'headers' | 'cookies'
}

/** What no part of the server refused knowingly is called by the name of its exception (spec 01 §2). */
type ExceptionName = `${string}Error`

/** An answer that a client may see; anything else that is thrown is our bug and a 500 (spec 01 §2). */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode | ExceptionName | undefined
  readonly extras: Record<string, unknown>
  readonly headers: Record<string, string>
  /** Only the reason phrase as text, as some "not found" answers are. */
  readonly plain: boolean

  constructor(
    status: number,
    detail: string,
    options: {
      code?: ProblemCode | ExceptionName
      extras?: Record<string, unknown>
      headers?: Record<string, string>
      plain?: boolean
    } = {},
  ) {
    super(detail)
    this.status = status
    this.code = options.code
    this.extras = options.extras ?? {}
    this.headers = options.headers ?? {}
    this.plain = options.plain ?? false
  }

  /** RFC 7807 body; `translate`: into the client's language. `error` is the older twin of `detail` (spec 01 §12). */
  body(operationId?: string, translate = (text: string) => text): Record<string, unknown> {
    const detail = translate(this.message)
    return {
      type: this.code ? `${docs}#section/Errors/${this.code}` : 'about:blank',
      ...(this.code ? {} : { title: STATUS_CODES[this.status] }),
      status: this.status,
      ...(detail ? { detail, error: detail } : {}),
      ...(operationId ? { docs: `${docs}#operation/${operationId}` } : {}),
      ...(this.code ? { code: this.code } : {}),
      ...this.extras,
      ...(this.fields && { [fieldsMember]: mapFields(this.fields, translate) }),
    }
  }

  /** Those that were refused, by name. */
  private get fields(): Record<string, InvalidParam> | undefined {
    return this.extras[fieldsMember] as Record<string, InvalidParam> | undefined
  }
}

const fieldsMember = 'invalid-params'

function mapFields(fields: Record<string, InvalidParam>, translate: (text: string) => string) {
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [path, { ...field, msg: translate(field.msg) }]),
  )
}

/**
 * `throw problem('quota_reached', 'The user video quota is exceeded with this video.')` takes the status from the
 * catalogue; `throw problem(404, 'Video not found')` has no code.
 */
export function problem(
  codeOrStatus: ProblemCode | number,
  detail: string,
  options: { status?: number; extras?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Problem {
  if (typeof codeOrStatus === 'number') return new Problem(codeOrStatus, detail, options)
  return new Problem(options.status ?? problemStatus[codeOrStatus], detail, { ...options, code: codeOrStatus })
}

/** Reason phrase only, `text/plain` (marked † or "bare" in the specification). */
export function plainProblem(status: number): Problem {
  return new Problem(status, STATUS_CODES[status] ?? '', { plain: true })
}

/** How the text of such a refusal begins; the names of the fields follow. */
export const wrongFields = 'Incorrect request parameters: '

/** 400 of the field rules: all failing fields together (spec 01 §2). */
export function invalidParams(fields: InvalidParam[], url: string): Problem {
  const byPath: Record<string, InvalidParam> = {}
  for (const field of fields) byPath[field.path] ??= field
  return new Problem(400, wrongFields + Object.keys(byPath).join(', '), {
    extras: { instance: url, [fieldsMember]: byPath },
  })
}
