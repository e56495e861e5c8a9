import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect, isIP, type AddressInfo, type LookupFunction, type Socket } from 'node:net'
import { createServer, request as httpRequest } from './node-http.ts'
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts'

export interface CheckingProxy {
  /** With name and password, for `--proxy`. */
  url: string
  /** The first host that was refused as being none of the public internet. */
  refusedHost(): string | undefined
}

/** ms without a byte after which a connection is given up. */
const idleTimeout = 60_000

/**
 * A proxy on this machine, for programs that fetch what others name: whatever they are led to, it lets them reach
 * addresses of the public internet only. It lives as long as `use` runs and asks for a password, as it is for that
 * program alone. `allowPrivate`: any address.
 */
export async function withCheckingProxy<T>(
  { allowPrivate }: { allowPrivate: boolean },
  use: (proxy: CheckingProxy) => Promise<T>,
): Promise<T> {
  const password = randomBytes(24).toString('hex')
  const expected = Buffer.from(`Basic ${Buffer.from(`import:${password}`).toString('base64')}`)
  const sockets = new Set<Socket>()
  let refused: string | undefined
  const target = (host: string, port: number) => ({ host, port, ...(allowPrivate ? {} : { lookup }) })
  const lookup: LookupFunction = (host, options, found) =>
    lookupPublic(host, options, (error, ...rest) => {
      if (error instanceof PrivateAddressError) refused ??= host
      found(error, ...(rest as [string, number]))
    })
  const mayReach = (host: string) => {
    // Addresses are not looked up.
    if (allowPrivate || !isIP(host) || isPublicAddress(host)) return true
    refused ??= host
    return false
  }
  const isAllowed = ({ headers }: IncomingMessage) => {
    const given = Buffer.from(headers['proxy-authorization'] ?? '')
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  const forward = (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number) => void response.writeHead(status).end()
    if (!isAllowed(request)) return refuse(407)
    const url = URL.parse(request.url ?? '')
    if (url?.protocol !== 'http:') return refuse(400)
    const host = bareHost(url.hostname)
    if (!mayReach(host)) return refuse(403)
    const { 'proxy-authorization': _own, 'proxy-connection': _hop, ...headers } = request.headers
    const { method } = request
    const path = `${url.pathname}${url.search}`
    const onward = httpRequest({ ...target(host, Number(url.port || 80)), method, path, headers, timeout: idleTimeout })
    onward.on('timeout', () => onward.destroy(new Error('Nothing came for too long.')))
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    onward.on('error', () => (response.headersSent ? response.destroy() : refuse(502)))
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }

  const tunnel = (request: IncomingMessage, client: Socket, first: Buffer) => {
    client.on('error', () => client.destroy())
    const refuse = (status: string) => void client.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)
    if (!isAllowed(request)) return refuse('407 Proxy Authentication Required')
    const url = URL.parse(`https://${request.url}`)
    if (!url) return refuse('400 Bad Request')
    const host = bareHost(url.hostname)
    if (!mayReach(host)) return refuse('403 Forbidden')
    const remote = connect(target(host, Number(url.port || 443)))
    let isOpen = false
    remote.setTimeout(idleTimeout, () => remote.destroy())
    remote.on('connect', () => {
      isOpen = true
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (first.length > 0) remote.write(first)
      remote.pipe(client)
      client.pipe(remote)
    })
    remote.on('error', () => (isOpen ? client.destroy() : refuse('502 Bad Gateway')))
    remote.on('close', () => client.destroy())
    client.on('close', () => remote.destroy())
  }

  const server = createServer(forward)
  server.on('connect', tunnel)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  try {
    return await use({ url: `http://import:${password}@127.0.0.1:${port}`, refusedHost: () => refused })
  } finally {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}

const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
