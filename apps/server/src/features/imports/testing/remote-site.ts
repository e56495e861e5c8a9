import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RemoteSite {
  /** `http://127.0.0.1:<port>` */
  url: string
  pages: Record<string, RequestListener>
  close(): void
}

/** Another server: what it answers is in `pages`, by path. */
export async function startRemoteSite(pages: Record<string, RequestListener>): Promise<RemoteSite> {
  const server = createServer((request, response) => {
    const page = pages[request.url!.split('?')[0]!]
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    pages,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export function answer(body: Buffer | string, type: string): RequestListener {
  return (_request, response) =>
    void response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** Sends its beginning, and never the rest. */
export function neverEnding(body: Buffer, type: string): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length * 2 })
    response.write(body)
  }
}
