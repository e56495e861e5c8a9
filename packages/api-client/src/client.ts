import { readProblem } from './api-problem.ts'
import type { Answer, CallOptions, Endpoint, OperationId } from './endpoint.ts'
import { fillPath, toForm, toQuery, toUrlForm, type Scalar } from './serialize-request.ts'

export interface ClientOptions {
  /** Without a slash at its end; empty = the page's own origin. */
  baseUrl: string
  /** Default: the global one. */
  fetch?: typeof fetch
  /** Access token of whoever asks. */
  getToken?: () => string | undefined | Promise<string | undefined>
  /** Called on a 401; true = the token was renewed, ask once more. */
  onUnauthorized?: () => boolean | Promise<boolean>
}

export interface Client {
  /** Rejects with an `ApiProblem` when the server refuses, with what `fetch` throws when it is not reached. */
  call<Id extends OperationId>(
    endpoint: Endpoint<Id>,
    ...options: {} extends CallOptions<Id> ? [options?: CallOptions<Id>] : [options: CallOptions<Id>]
  ): Promise<Answer<Id>>
}

interface LooseOptions {
  params?: Record<string, Scalar>
  query?: Record<string, Scalar | Scalar[]>
  headers?: Record<string, Scalar | undefined>
  body?: unknown
  files?: Record<string, Blob | undefined>
  signal?: AbortSignal
}

export function createClient(options: ClientOptions): Client {
  const ask = options.fetch ?? ((input, init) => fetch(input, init))

  async function send(endpoint: Endpoint<OperationId>, call: LooseOptions): Promise<Response> {
    const url = options.baseUrl + fillPath(endpoint.path, call.params) + toQuery(call.query)
    const { body, contentType } = serializeBody(endpoint, call)
    const headers = new Headers(contentType ? { 'content-type': contentType } : {})
    for (const [name, value] of Object.entries(call.headers ?? {})) {
      if (value !== undefined) headers.set(name, String(value))
    }
    const token = await options.getToken?.()
    if (token) headers.set('authorization', `Bearer ${token}`)
    const method = endpoint.method === 'ALL' ? 'GET' : endpoint.method
    return ask(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(call.signal && { signal: call.signal }),
    })
  }

  return {
    async call<Id extends OperationId>(endpoint: Endpoint<Id>, ...[given]: [CallOptions<Id>?]): Promise<Answer<Id>> {
      const loose = (given ?? {}) as LooseOptions
      let response = await send(endpoint, loose)
      if (response.status === 401 && (await options.onUnauthorized?.())) response = await send(endpoint, loose)
      if (!response.ok) throw await readProblem(response)
      return (await readAnswer(endpoint, response)) as Answer<Id>
    },
  }
}

type RequestBody = NonNullable<RequestInit['body']>

interface SentBody {
  body?: RequestBody
  contentType?: string
}

function serializeBody(endpoint: Endpoint<OperationId>, { body, files }: LooseOptions): SentBody {
  const withFiles = Object.values(files ?? {}).some((file) => file !== undefined)
  switch (endpoint.body) {
    case 'none':
      return {}
    case 'binary':
      return { body: body as RequestBody, contentType: 'application/octet-stream' }
    case 'url-form':
      return { body: toUrlForm((body ?? {}) as object) }
    case 'form':
      return { body: toForm((body ?? {}) as object, files) }
    case 'form-or-json':
      if (withFiles) return { body: toForm((body ?? {}) as object, files) }
      return { body: JSON.stringify(body ?? {}), contentType: 'application/json' }
    case 'json':
      return body === undefined ? {} : { body: JSON.stringify(body), contentType: 'application/json' }
  }
}

async function readAnswer(endpoint: Endpoint<OperationId>, response: Response): Promise<unknown> {
  if (endpoint.answer === 'raw') return response
  if (endpoint.answer === 'nothing' || response.status === 204) {
    await response.body?.cancel()
    return undefined
  }
  return response.json()
}
