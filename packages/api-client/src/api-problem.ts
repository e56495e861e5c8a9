export interface InvalidParam {
  msg: string
  path: string
  value?: unknown
  location?: string
}

/** A refusal of the server: a problem document (RFC 7807), or the plain text of a status. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  /** What clients branch on, such as `quota_reached`. */
  readonly code: string | undefined
  /** What people may read. */
  readonly detail: string
  readonly invalidParams: Readonly<Record<string, InvalidParam>>
  /** Seconds. */
  readonly retryAfter: number | undefined
  readonly headers: Headers
  /** Every member of the document. */
  readonly document: Readonly<Record<string, unknown>>

  constructor(response: Response, document: Readonly<Record<string, unknown>>, text: string) {
    const detail = typeof document.detail === 'string' ? document.detail : text || response.statusText
    super(`${response.status} ${detail}`)
    this.status = response.status
    this.detail = detail
    this.code = typeof document.code === 'string' ? document.code : undefined
    this.invalidParams = (document['invalid-params'] ?? {}) as Record<string, InvalidParam>
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN)
    this.retryAfter = Number.isNaN(retryAfter) ? undefined : retryAfter
    this.headers = response.headers
    this.document = document
  }
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const text = await response.text()
  return new ApiProblem(response, parseObject(text), text)
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
