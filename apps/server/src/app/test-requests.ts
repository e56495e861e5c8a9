import type { LightMyRequestResponse } from 'fastify'
import type { TestServer } from './test-server.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Requests below `base` of the server that a test starts later; `as` is an access token. */
export function requestsTo(server: () => TestServer, base = '/api/v1/') {
  const send = (method: Method, path: string, as?: string, payload?: object) =>
    server().request({ method, url: base + path, ...(as ? { as } : {}), ...(payload ? { payload } : {}) })
  const status = async (...request: Parameters<typeof send>) => (await send(...request)).statusCode
  const json = async (path: string, as?: string) => (await send('GET', path, as)).json()
  return { send, status, json }
}

/** A form as web browsers send it, to be the payload of a request; `files`: name and content, by field. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, readonly [name: string, content: Buffer | string]>> = {},
): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  for (const [field, [name, content]] of Object.entries(files)) {
    form.append(field, new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  }
  return form
}

/** The status of an answer, and its body where that is JSON. */
export function readAnswer(answer: LightMyRequestResponse): { status: number; body: any } {
  const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
  return { status: answer.statusCode, body: isJson ? answer.json() : undefined }
}

/** Requests below `base` in the name of one of the people whose access tokens `tokens` holds, or of nobody. */
export function callsTo(server: () => TestServer, tokens: Record<string, string>, base = '/api/v1') {
  return async (
    method: Method,
    path: string,
    as?: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any }> => {
    const token = as ? { as: tokens[as]! } : {}
    const body = payload ? { payload } : {}
    return readAnswer(await server().request({ method, url: base + path, headers, ...token, ...body }))
  }
}
