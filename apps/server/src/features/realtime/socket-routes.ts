import type { FastifyInstance } from 'fastify'
import type { Context } from '#foundation/context.ts'
import type { RealtimeServer } from './realtime-server.ts'

const path = '/socket.io/'
const isOurs = (asked: string) => asked === path || asked === path.slice(0, -1)

/** Socket.IO on the same port (spec 10 §9), loaded with the first client that asks for it: it takes 20 MiB of memory. */
export function addSocketRoutes(app: FastifyInstance, ctx: Context): void {
  let loading: Promise<RealtimeServer> | undefined
  const load = () => {
    loading ??= import('./realtime-server.ts').then(({ startRealtimeServer }) => startRealtimeServer(ctx))
    // The next client tries again.
    loading.catch(() => (loading = undefined))
    return loading
  }

  app.upgrades.add(isOurs, (request, socket, head) => {
    load().then(
      (server) => server.handleUpgrade(request, socket, head),
      (err: unknown) => {
        ctx.log.error({ err }, 'Socket.IO cannot be started')
        socket.destroy()
      },
    )
  })

  app.register(async (scope) => {
    // Its bodies are read by Socket.IO itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: path,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const server = await load()
        reply.hijack()
        server.handleRequest(request.raw, reply.raw)
      },
    })
  })

  // Before the port is closed, which waits for open connections.
  app.addHook('preClose', async () => (await loading?.catch(() => undefined))?.close())
}
