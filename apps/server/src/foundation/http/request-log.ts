import { LogController, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Settings } from '../config/settings.ts'

/** One line per answered request, with its id; none for pings unless wanted (`log.log_ping_requests`). */
export class RequestLog extends LogController {
  readonly #settings: () => Settings

  constructor(settings: () => Settings) {
    super()
    this.#settings = settings
  }

  override isLogDisabled(request: FastifyRequest): boolean {
    const { log } = this.#settings()
    if (!log.log_http_requests) return true
    return !log.log_ping_requests && request.url === '/api/v1/ping'
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (this.isLogDisabled(request)) return
    const fields = {
      method: request.method,
      url: withoutSecrets(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
    }
    if (error) request.log.warn({ ...fields, err: error }, 'request broken off')
    else request.log.info(fields, 'request')
  }
}

/** Tokens in a query give access: they do not belong in a log. */
export function withoutSecrets(url: string): string {
  return url.replaceAll(/([?&](?:videoFileToken|access_token|token|jwt)=)[^&]*/g, '$1…')
}
