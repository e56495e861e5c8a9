/** An answer of the API that is not a success; `status` 0 = no connection. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string | undefined
  readonly fields: Record<string, string>
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    detail: string,
    extra: { code?: string; fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(detail)
    this.status = status
    this.code = extra.code
    this.fields = extra.fields ?? {}
    this.retryAfter = extra.retryAfter
  }
}

interface ProblemDocument {
  detail?: string
  title?: string
  code?: string
  'invalid-params'?: Record<string, { msg: string }>
  /** Resumable protocol (spec 03 §3.3). */
  error?: string | { code?: string; message?: string }
}

/** Reads a problem document (spec 01 §2), a protocol error, or a bare reason phrase. */
export function toProblem(status: number, body: string, retryAfter?: string | null): ApiProblem {
  let document: ProblemDocument = {}
  try {
    document = JSON.parse(body) as ProblemDocument
  } catch {
    document = { detail: body.length < 200 && !body.startsWith('<') ? body : '' }
  }
  const protocol = typeof document.error === 'object' ? document.error : undefined
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(document['invalid-params'] ?? {})) fields[name] = field.msg
  return new ApiProblem(status, document.detail ?? protocol?.message ?? document.title ?? '', {
    code: document.code ?? protocol?.code,
    fields,
    retryAfter: retryAfter ? Number(retryAfter) || undefined : undefined,
  })
}
