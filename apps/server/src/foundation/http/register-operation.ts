import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { userRights } from '@sepiola/contract/rights.ts'
import type { OperationDefinition, RateLimitGroup } from '@sepiola/contract/operation.ts'
import type { Context } from '../context.ts'
import type { Authenticator } from './authenticator.ts'
import { checkFiles } from './check-files.ts'
import { SerializedJson, type Implementation, type ReceivedFile } from './implement.ts'
import { isForm, isMultipart } from './parse-body.ts'
import { Problem, problem } from './problem.ts'
import type { RateLimits } from './rate-limits.ts'
import { receiveMultipart, removeReceived } from './receive-multipart.ts'
import { validateInput } from './validate-input.ts'
import { can } from './viewer.ts'

export interface HttpParts {
  ctx: Context
  authenticate: Authenticator
  rateLimits: RateLimits
  /** Answers are checked strictly against the contract (tests). */
  checkAnswers: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
    rateLimit?: RateLimitGroup
  }
}

/** `/api/v1/videos/{id}` → `/api/v1/videos/:id`; several parameters of a segment are told apart from its end. */
export function toRoutePath(path: string): string {
  const segments = path.split('/').map((segment) => {
    const isOne = segment.split('{').length <= 2
    return segment.replaceAll(/\{(\w+)\}/g, isOne ? ':$1' : ':$1(^[^/.]+)')
  })
  return segments.join('/')
}

/** Why the token of a request does not hold, where that counts only if the target is not public. */
const badTokens = new WeakMap<FastifyRequest, Problem>()

const isRefusal = (error: unknown) => error instanceof Problem && (error.status === 401 || error.status === 403)

/**
 * Serves one operation in the order of spec 01 §2.1: limiter, token, right, `before`, body, field rules, handler.
 */
export function registerOperation(app: FastifyInstance, parts: HttpParts, implementation: Implementation): void {
  const { operation, options } = implementation
  const { ctx } = parts
  // No request and answer: its slice takes the connection over (`app.upgrades`).
  if (operation.success === 101) return

  const identify = async (request: FastifyRequest, reply: FastifyReply) => {
    if (operation.auth === 'optional' || operation.auth === 'user') {
      try {
        request.viewer = await parts.authenticate(ctx, request)
      } catch (error) {
        if (!operation.ignoresBadToken || !(error instanceof Problem)) throw error
        badTokens.set(request, error)
      }
    }
    if (operation.auth === 'user' && !request.viewer) {
      throw problem('unauthorized_request', 'Unauthorized request: no authentication given')
    }
    if (operation.right && !can(request.viewer, operation.right)) {
      throw problem(
        403,
        `User ${request.viewer?.username} does not have right ${userRights[operation.right]} to access to ${request.url}.`,
      )
    }
    await options.before?.({ ctx, viewer: request.viewer, request, reply })
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    let files: Record<string, ReceivedFile> = {}
    let body: unknown = request.body
    if (isMultipart(request) && !options.rawBody && operation.bodyTypes?.includes('multipart/form-data')) {
      const received = await receiveMultipart(ctx, request, operation.files ?? {})
      files = received.files
      body = received.body
    }
    let result: unknown
    try {
      await options.beforeFields?.({ ctx, viewer: request.viewer, request, body })
      const input = { params: request.params, query: request.query, headers: request.headers, body }
      const sent = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>
      const faults = options.rawBody
        ? []
        : [...checkFiles(operation, files, ctx.testMode), ...(options.findFaults?.({ ctx, body: sent }) ?? [])]
      const declared = options.rawBody ? { ...operation, body: undefined } : operation
      const parsed = validateInput(declared, input, request.url, faults)
      const call = { ctx, ...parsed, files, viewer: request.viewer as never, request, reply }
      result = await implementation.handler(call)
    } catch (error) {
      throw (isRefusal(error) && badTokens.get(request)) || error
    } finally {
      await removeReceived(files)
    }
    return result === reply || reply.sent ? reply : send(operation, parts, reply, result)
  }

  // A form may carry its token in the body: such a request is identified once the body is read.
  const identifyEarly = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isForm(request)) await identify(request, reply)
  }
  const identifyLate = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isForm(request)) await identify(request, reply)
  }

  const methods = operation.method === 'ALL' ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'] : [operation.method]
  for (const path of [operation.path, ...(operation.aliases ?? [])]) {
    app.route({
      method: methods,
      url: toRoutePath(path),
      config: { operationId: operation.id, rateLimit: operation.rateLimit || undefined },
      ...(options.bodyLimit ? { bodyLimit: options.bodyLimit } : {}),
      onRequest: identifyEarly,
      preHandler: identifyLate,
      handler: answer as RouteHandlerMethod,
    })
  }
}

function send(operation: OperationDefinition, parts: HttpParts, reply: FastifyReply, result: unknown): FastifyReply {
  if (reply.statusCode === 200) reply.code(operation.success)
  if (result === undefined || result === null) return reply.send()
  if (parts.checkAnswers && operation.response) checkAnswer(operation, result)
  const text = result instanceof SerializedJson ? result.text : JSON.stringify(result)
  return reply.type('application/json; charset=utf-8').send(text)
}

function checkAnswer(operation: OperationDefinition, result: unknown): void {
  const text = result instanceof SerializedJson ? result.text.toString() : JSON.stringify(result)
  const plain = JSON.parse(text) as unknown
  const checked = operation.response!().safeParse(plain)
  if (checked.success) return
  const issues = checked.error.issues.slice(0, 8).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The answer of ${operation.id} breaks the contract: ${issues.join('; ')}`)
}
