import { randomBytes } from 'node:crypto'
import { request as requestHttp, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { TLSSocket } from 'node:tls'

/** ms */
const patience = 10_000

/** More than this is no answer of ours. */
const longestAnswer = 64 * 1024

export interface ServerAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  /** Of HTTPS. */
  certificateEnd: Date | undefined
}

/**
 * One request with full control over its headers. With `declared`, a body of so many bytes is announced and never sent:
 * who checks sizes answers before. With `webSocket`, the connection is asked to become one: 101 when it does. Rejects
 * when nothing answers in time.
 */
export function askServer(
  url: URL,
  options: { method?: string; host?: string; declared?: number; webSocket?: boolean } = {},
): Promise<ServerAnswer> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const requestOptions: RequestOptions = {
    method: options.method ?? 'GET',
    timeout: patience,
    agent: false,
    headers: {
      ...(options.host && { host: options.host }),
      ...(options.webSocket && {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      }),
      ...(options.declared !== undefined && {
        'content-length': options.declared,
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${options.declared - 1}/${options.declared}`,
      }),
    },
  }
  return new Promise((resolve, reject) => {
    const request = send(url, requestOptions, (response) => {
      const end = (response.socket as Partial<TLSSocket>).getPeerCertificate?.().valid_to
      let body = ''
      const finish = () => {
        const { statusCode = 0, headers } = response
        resolve({ status: statusCode, headers, body, certificateEnd: end ? new Date(end) : undefined })
        request.destroy()
      }
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        body += part
        if (body.length > longestAnswer) finish()
      })
      response.on('end', finish)
      response.on('error', reject)
    })
    request.on('upgrade', ({ statusCode = 0, headers }, socket) => {
      socket.destroy()
      resolve({ status: statusCode, headers, body: '', certificateEnd: undefined })
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })))
    request.on('error', reject)
    if (options.declared === undefined) request.end()
    else request.flushHeaders()
  })
}
