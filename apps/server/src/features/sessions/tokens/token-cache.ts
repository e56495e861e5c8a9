import { LRUCache } from 'lru-cache'
import type { FoundToken } from './token.sql.ts'

/** ms that a node trusts what it knows, should a message of another node be lost. */
const timeToLive = 60_000
const maxTokens = 10_000

/**
 * Who is behind a token, so that most requests need no query.
 *
 *   load ──query──────────────▶ store        kept
 *   load ──query──┐ forget() ──▶ not stored  the answer may be older than the revocation
 */
export class TokenCache {
  readonly #byHash = new LRUCache<string, FoundToken>({ max: maxTokens, ttl: timeToLive })
  #generation = 0

  async get(hash: string, load: () => Promise<FoundToken | undefined>): Promise<FoundToken | undefined> {
    const known = this.#byHash.get(hash)
    if (known) return known
    const generation = this.#generation
    const found = await load()
    if (found && generation === this.#generation) this.#byHash.set(hash, found)
    return found
  }

  forgetToken(tokenId: number): void {
    this.#forget(({ viewer }) => viewer.tokenId === tokenId)
  }

  forgetUser(userId: number): void {
    this.#forget(({ viewer }) => viewer.userId === userId)
  }

  clear(): void {
    this.#generation++
    this.#byHash.clear()
  }

  #forget(matches: (found: FoundToken) => boolean): void {
    this.#generation++
    for (const [hash, found] of this.#byHash.entries()) if (matches(found)) this.#byHash.delete(hash)
  }
}
