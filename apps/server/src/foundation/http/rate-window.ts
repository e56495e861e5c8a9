import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { giveActBack, takeAct } from '../db/counted-acts.sql.ts'
import type { Db } from '../db/database.ts'

export interface RateCount {
  allowed: boolean
  /** How many more are allowed in this window. */
  left: number
  /** ms since 1970 */
  endsAt: number
}

/** So many requests of a client from his first one on, until the window ends. */
export interface RateWindow {
  readonly max: number
  count(key: string): Promise<RateCount>
  giveBack(key: string): Promise<void>
}

/** Counted in this process's memory. */
export class NodeRateWindow implements RateWindow {
  readonly max: number
  readonly #limiter: RateLimiterMemory

  constructor(name: string, max: number, window: number) {
    this.max = max
    this.#limiter = new RateLimiterMemory({ keyPrefix: name, points: max, duration: window / 1000 })
  }

  async count(key: string): Promise<RateCount> {
    const allowed = await this.#limiter.consume(key).catch((refused: unknown) => refused)
    if (!(allowed instanceof RateLimiterRes)) throw allowed
    const { consumedPoints, remainingPoints, msBeforeNext } = allowed
    return { allowed: consumedPoints <= this.max, left: remainingPoints, endsAt: Date.now() + msBeforeNext }
  }

  async giveBack(key: string): Promise<void> {
    await this.#limiter.reward(key)
  }
}

/**
 * Counted in the database: one statement a request, none for a client that this node has refused in the same window.
 * Not the library's store for PostgreSQL: the table for acts that may only be done so often is there already.
 */
export class SharedRateWindow implements RateWindow {
  readonly max: number
  readonly #window: number
  readonly #db: Db
  readonly #name: string
  /** Client → end of the window, ms since 1970. */
  readonly #refused = new LRUCache<string, number>({ max: 10_000 })

  constructor(db: Db, name: string, max: number, window: number) {
    this.#db = db
    this.#name = name
    this.max = max
    this.#window = window
  }

  async count(key: string): Promise<RateCount> {
    const now = Date.now()
    const refusedUntil = this.#refused.get(key)
    if (refusedUntil !== undefined && refusedUntil > now) return { allowed: false, left: 0, endsAt: refusedUntil }
    const limit = { max: this.max, window: this.#window, now: new Date(now) }
    const { allowed, count, endsAt } = await takeAct(this.#db, `${this.#name}:${key}`, limit)
    if (!allowed) this.#refused.set(key, endsAt.getTime())
    return { allowed, left: this.max - count, endsAt: endsAt.getTime() }
  }

  async giveBack(key: string): Promise<void> {
    await giveActBack(this.#db, `${this.#name}:${key}`, new Date())
    this.#refused.delete(key)
  }
}
