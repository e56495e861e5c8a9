import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'

type TakeOver = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

declare module 'fastify' {
  interface FastifyInstance {
    upgrades: Upgrades
  }
}

/**
 * Who takes over a connection that asks for WebSocket, by its path. What nobody wants is answered as if it had not
 * asked: some clients offer HTTP/2 with every first request.
 */
export class Upgrades {
  readonly #routes: { matches: (path: string) => boolean; take: TakeOver }[] = []

  add(matches: (path: string) => boolean, take: TakeOver): void {
    this.#routes.push({ matches, take })
  }

  /** Node's `shouldUpgradeCallback`. */
  readonly wants = (request: IncomingMessage): boolean => this.#find(request) !== undefined

  attach(app: FastifyInstance): void {
    app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Without a listener the loss of the connection would end the process.
      socket.on('error', () => socket.destroy())
      const take = this.#find(request)
      if (take) take(request, socket, head)
      else socket.destroy()
    })
  }

  #find(request: IncomingMessage): TakeOver | undefined {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return undefined
    const [path = ''] = (request.url ?? '').split('?', 1)
    return this.#routes.find(({ matches }) => matches(path))?.take
  }
}
