import { browser } from '$app/env'
import { credentials } from '../session/credentials.ts'
import type { Operation } from './operations.ts'
import { ApiProblem, toProblem } from './problem.ts'

export interface CallOptions {
  params?: Record<string, string | number>
  query?: Record<string, string | number | boolean | Array<string | number> | undefined>
  /** An object travels as JSON; FormData and URLSearchParams as they are. */
  body?: object | FormData | URLSearchParams
  headers?: Record<string, string>
  /** The `fetch` of a load; it finds the answers that came with the HTML. */
  fetch?: typeof fetch
  signal?: AbortSignal
  /** Never send the token. */
  anonymous?: boolean
}

let hydrated = false

/** Until then loads read what came with the HTML, which was rendered for nobody in particular. */
export function markHydrated(): void {
  hydrated = true
}

/** Asks the API; a refusal is thrown as `ApiProblem`. An expired token is refreshed once. */
export async function call<Result>(operation: Operation<Result>, options: CallOptions = {}): Promise<Result> {
  const response = await send(operation, options)
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as Result
}

async function send(operation: Operation<unknown>, options: CallOptions, again = false): Promise<Response> {
  const { fetch: ask = fetch, signal, anonymous } = options
  const headers: Record<string, string> = { ...options.headers }
  const token = browser && hydrated && !anonymous ? credentials.accessToken : undefined
  if (token) headers['authorization'] = `Bearer ${token}`
  const plain = options.body === undefined || options.body instanceof FormData || options.body instanceof URLSearchParams
  if (!plain) headers['content-type'] = 'application/json'
  const init: RequestInit = {}
  if (operation.method !== 'GET') init.method = operation.method
  if (Object.keys(headers).length > 0) init.headers = headers
  if (options.body !== undefined) init.body = plain ? (options.body as FormData) : JSON.stringify(options.body)
  if (signal) init.signal = signal

  let response: Response
  try {
    response = await ask(urlOf(operation, options), init)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem(0, '')
  }
  if (response.ok) return response
  if (response.status === 401 && token && !again && (await credentials.refresh(token))) {
    return send(operation, options, true)
  }
  throw toProblem(response.status, await response.text(), response.headers.get('retry-after'))
}

export function urlOf(operation: Operation<unknown>, { params = {}, query = {} }: CallOptions = {}): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
