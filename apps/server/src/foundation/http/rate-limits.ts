import type { FastifyReply, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import type { RateLimitGroup } from '@sepiola/contract/operation.ts'
import type { Settings } from '../config/settings.ts'
import type { Db } from '../db/database.ts'
import { NodeRateWindow, SharedRateWindow, type RateWindow } from './rate-window.ts'

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

/** Seldom asked, dear and worth guessing at: counted by all nodes together. The others, per node, cost no query. */
const countedTogether: ReadonlySet<RateLimitGroup> = new Set(['login', 'signup', 'ask_send_email'])

/**
 * Fixed windows per client and group (spec 01 §4).
 *
 *   request ──count──▶ within the limit ─▶ true, headers say what is left
 *                 └──▶ beyond it        ─▶ `passes()` (moderators, runners) ? true : 429 answered, false
 */
export class RateLimits {
  readonly #windows = new Map<string, RateWindow>()
  readonly #settings: () => Settings
  readonly #db: Db

  constructor(settings: () => Settings, db: Db) {
    this.#settings = settings
    this.#db = db
  }

  #window(group: RateLimitGroup): RateWindow {
    const { window, max } = this.#settings().rates_limit[group]
    const name = `${group}:${max}:${window}`
    let found = this.#windows.get(name)
    if (!found) {
      found = countedTogether.has(group)
        ? new SharedRateWindow(this.#db, `rate:${name}`, max, window)
        : new NodeRateWindow(name, max, window)
      this.#windows.set(name, found)
    }
    return found
  }

  async allow(
    group: RateLimitGroup,
    request: FastifyRequest,
    reply: FastifyReply,
    passes: () => Promise<boolean>,
  ): Promise<boolean> {
    const window = this.#window(group)
    const apart = countedApart.has(group) ? `:${request.routeOptions.config.operationId}` : ''
    const key = clientKey(request.ip) + apart
    const counted = await window.count(key)
    const allowed = counted.allowed || (await passes())
    const raw = reply.raw
    raw.setHeader('X-RateLimit-Limit', window.max)
    raw.setHeader('X-RateLimit-Remaining', Math.max(0, counted.left))
    raw.setHeader('X-RateLimit-Reset', Math.ceil(counted.endsAt / 1000))
    if (!allowed) {
      raw.setHeader('Retry-After', Math.max(1, Math.ceil((counted.endsAt - Date.now()) / 1000)))
      reply.code(429).type('text/plain; charset=utf-8').send('Too many requests, please try again later.')
      return false
    }
    if (uncountedFailures.has(group)) {
      raw.once('finish', () => {
        if (raw.statusCode >= 400) window.giveBack(key).catch(() => {})
      })
    }
    return true
  }
}
