import { randomUUID } from 'node:crypto'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { UserRole } from '@sepiola/contract/rights.ts'
import type { Feature } from '../feature.ts'
import { STATUS_CODES } from '../net/node-http.ts'
import { addBodyParsers, parseQuery } from './parse-body.ts'
import { Problem } from './problem.ts'
import { RateLimits } from './rate-limits.ts'
import { isInternal } from './internal-request.ts'
import { refusalTranslator } from './refusals/translate-refusal.ts'
import { registerOperation, type HttpParts } from './register-operation.ts'
import { RequestLog } from './request-log.ts'
import { sendCommonHeaders } from './response-headers.ts'
import { Upgrades } from './upgrades.ts'

export interface BuildHttpOptions extends Omit<HttpParts, 'rateLimits'> {
  features: readonly Feature[]
}

/** A body that was refused unread is not awaited when it is larger than this, bytes. */
const drainLimit = 1024 * 1024

/** Operations are checked by their contract: Fastify's own compilers stay unloaded, 3 MB. */
const noCompiler = () => () => {
  throw new Error('A route has a JSON schema; its operation in the contract should say it.')
}

/** The Fastify instance with every operation and route of the features. */
export async function buildHttp(options: BuildHttpOptions): Promise<FastifyInstance> {
  const { ctx, features } = options
  const settings = () => ctx.settings.current
  const upgrades = new Upgrades()
  const app = fastify({
    http: { shouldUpgradeCallback: upgrades.wants },
    loggerInstance: ctx.log as FastifyBaseLogger,
    logController: new RequestLog(settings),
    genReqId: () => randomUUID(),
    trustProxy: settings().trust_proxy as string[],
    requestTimeout: settings().http_timeouts.request,
    routerOptions: { querystringParser: parseQuery, maxParamLength: 2000, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // Addresses that no route can be looked up for; hooks do not run.
    frameworkErrors: (_error, request, reply) => {
      if (!sendCommonHeaders(ctx, request, reply)) sendProblem(reply, new Problem(400, 'The address cannot be read.'))
    },
    exposeHeadRoutes: true,
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
  })
  app.decorateRequest('viewer', undefined)
  app.decorate('upgrades', upgrades)
  upgrades.attach(app)
  addBodyParsers(app)

  app.addHook('onRequest', async (request, reply) => {
    if (sendCommonHeaders(ctx, request, reply)) return reply
  })
  // Preflights of any path are answered by the hook above.
  app.options('*', async (_request, reply) => reply.code(204).send())

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { operationId } = request.routeOptions.config
    const found = error instanceof Problem ? error : toProblem(error)
    if (found !== error && found.status >= 500)
      request.log.error({ err: error, url: request.url }, 'The request failed.')
    if (Number(request.headers['content-length'] ?? 0) > drainLimit && !request.raw.complete) {
      reply.header('connection', 'close')
    }
    // Whatever the handler said of its answer: a refusal is kept nowhere (spec 01 §6).
    if (isRead(request)) reply.header('cache-control', 'no-cache, no-store, must-revalidate')
    const translate = refusalTranslator(request, settings().instance.default_language)
    return sendProblem(reply, found, found.body(operationId, translate))
  })

  const parts: HttpParts = { ...options, rateLimits: new RateLimits(settings, ctx.db) }
  app.addHook('onRequest', async (request, reply) => {
    const group = request.routeOptions.config.rateLimit
    if (!group || isInternal(request)) return
    if (!(await parts.rateLimits.allow(group, request, reply, () => isModerator(parts, request)))) return reply
  })
  for (const feature of features) {
    for (const implementation of feature.operations ?? []) registerOperation(app, parts, implementation)
    if (feature.routes) await app.register(async (scope) => feature.routes?.(scope, ctx))
  }

  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return reply.code(400).type('application/json; charset=utf-8').send('')
    return reply.code(404).send('')
  })
  return app
}

const isRead = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'

function sendProblem(reply: FastifyReply, found: Problem, body = found.body()): FastifyReply {
  reply.code(found.status).headers(found.headers)
  if (found.plain) return reply.type('text/plain; charset=utf-8').send(found.message)
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

/** Moderators pass a limiter (spec 01 §4). */
async function isModerator({ ctx, authenticate }: HttpParts, request: FastifyRequest): Promise<boolean> {
  const viewer = await authenticate(ctx, request).catch(() => undefined)
  return viewer !== undefined && viewer.role < UserRole.USER
}

/** Values that a column cannot hold: too long, out of range, or no text. The field rules should have found them. */
const unstorable: ReadonlySet<string> = new Set(['22001', '22003', '22008', '22021', '22P05'])

function toProblem(error: FastifyError): Problem {
  if (unstorable.has(error.code)) return new Problem(400, 'A value is out of range.')
  const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500
  const phrase = STATUS_CODES[status] ?? ''
  // The exception's own name and words tell about our insides.
  return new Problem(status, status === 500 ? phrase : error.message, { code: exceptionName(phrase) })
}

/** `Payload Too Large` → `PayloadTooLargeError` */
function exceptionName(phrase: string): `${string}Error` {
  const name = phrase.replaceAll(/\W/g, '')
  return name.endsWith('Error') ? (name as `${string}Error`) : `${name}Error`
}
