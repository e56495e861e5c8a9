import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Meter } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'

const channel = 'fastify.initialization'

/** Times the answers of every HTTP server that is built from now on. Returns the function that ends it. */
export function observeRequests(meter: Meter): () => void {
  const durations = meter.createHistogram('http_request_duration_ms', { description: 'ms of each HTTP request' })
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onResponse', async (request, reply) => {
      const path = request.routeOptions.url ?? 'unknown'
      durations.record(reply.elapsedTime, { path, method: request.method, statusCode: reply.statusCode })
    })
  }
  subscribe(channel, watch)
  return () => unsubscribe(channel, watch)
}
