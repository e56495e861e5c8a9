import type { FastifyReply, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimitGroup } from '@sepiola/contract/operation.ts'
import type { Settings } from '../config/settings.ts'

/** Groups whose refused or failed requests do not count (spec 01 §4). */
const uncountedFailures: ReadonlySet<RateLimitGroup> = new Set(['signup', 'download_generate_video'])

/** Groups whose operations are counted apart from each other (spec 01 §4). */
const countedApart: ReadonlySet<RateLimitGroup> = new Set(['ask_send_email'])

/** A client is an IPv4 address or an IPv6 /56 network. */
export function clientKey(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (address.kind() === 'ipv4') return address.toString()
  return address
    .toByteArray()
    .slice(0, 7)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/**
 * Fixed windows per client and group, in this process's memory (spec 01 §4).
 *
 *   request ──count──▶ within the limit ─▶ true, headers say what is left
 *                 └──▶ beyond it        ─▶ `passes()` (moderators, runners) ? true : 429 answered, false
 */
export class RateLimits {
  readonly #limiters = new Map<string, RateLimiterMemory>()
  readonly #settings: () => Settings

  constructor(settings: () => Settings) {
    this.#settings = settings
  }

  #limiter(group: RateLimitGroup): RateLimiterMemory {
    const { window, max } = this.#settings().rates_limit[group]
    const name = `${group}:${max}:${window}`
    let limiter = this.#limiters.get(name)
    if (!limiter) {
      limiter = new RateLimiterMemory({ keyPrefix: name, points: max, duration: window / 1000 })
      this.#limiters.set(name, limiter)
    }
    return limiter
  }

  async allow(
    group: RateLimitGroup,
    request: FastifyRequest,
    reply: FastifyReply,
    passes: () => Promise<boolean>,
  ): Promise<boolean> {
    const limiter = this.#limiter(group)
    const apart = countedApart.has(group) ? `:${request.routeOptions.config.operationId}` : ''
    const key = clientKey(request.ip) + apart
    let state: RateLimiterRes
    let allowed = true
    try {
      state = await limiter.consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      state = error
      allowed = await passes()
    }
    const raw = reply.raw
    raw.setHeader('X-RateLimit-Limit', limiter.points)
    raw.setHeader('X-RateLimit-Remaining', Math.max(0, state.remainingPoints))
    raw.setHeader('X-RateLimit-Reset', Math.ceil((Date.now() + state.msBeforeNext) / 1000))
    if (!allowed) {
      raw.setHeader('Retry-After', Math.ceil(state.msBeforeNext / 1000))
      reply.code(429).type('text/plain; charset=utf-8').send('Too many requests, please try again later.')
      return false
    }
    if (uncountedFailures.has(group)) {
      raw.once('finish', () => {
        if (raw.statusCode >= 400) limiter.reward(key).catch(() => {})
      })
    }
    return true
  }
}
