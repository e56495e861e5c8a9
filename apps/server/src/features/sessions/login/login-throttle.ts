import { LRUCache } from 'lru-cache'

interface Failures {
  /** At the moment `at`; it shrinks with time. */
  count: number
  at: number
  /** ms since 1970; no attempt is looked at before. */
  until: number
}

interface Rule {
  /** Failures without consequence: more than the limiter group `login` lets through in one window. */
  free: number
  /** ms of the longest pause. */
  longest: number
  /** ms after which one failure is forgiven. */
  forgive: number
}

const minute = 60_000

const rules = {
  /** One address trying one account. */
  pair: { free: 20, longest: 15 * minute, forgive: 10 * minute },
  /** One address, whatever the account; many people may share it. */
  address: { free: 40, longest: minute, forgive: minute },
  /** Many addresses trying one account: short, or strangers could keep its owner out. */
  account: { free: 40, longest: 10_000, forgive: minute },
  /** Second factors of one account, from wherever: who gets that far has the password, no stranger keeps anybody out. */
  code: { free: 10, longest: 15 * minute, forgive: 10 * minute },
} satisfies Record<string, Rule>

const day = 24 * 3_600_000

/**
 * Slows password guessing down beyond the per-address rate limit: after the free failures each further one doubles the
 * pause, from one second on. Names that nobody has are counted like others, so that an answer tells nothing.
 *
 *   failures   20   21   22   23 …
 *   pause       0   1 s  2 s  4 s … up to the longest
 */
export class LoginThrottle {
  readonly #failures = new LRUCache<string, Failures>({ max: 20_000, ttl: day })

  /** ms to wait before the next attempt is allowed; 0 = now. */
  waitFor(account: string, address: string, now: number): number {
    return Math.max(...keys(account, address).map(([key]) => this.#pauseOf(key, now)))
  }

  fail(account: string, address: string, now: number): void {
    for (const [key, rule] of keys(account, address)) this.#count(key, rule, now)
  }

  /** The same for the second factor of somebody whose password was right. */
  waitForCode(account: string, now: number): number {
    return this.#pauseOf(codeKey(account), now)
  }

  failCode(account: string, now: number): void {
    this.#count(codeKey(account), rules.code, now)
  }

  #pauseOf(key: string, now: number): number {
    return Math.max(0, (this.#failures.get(key)?.until ?? 0) - now)
  }

  #count(key: string, { free, longest, forgive }: Rule, now: number): void {
    const before = this.#failures.get(key)
    const left = before ? Math.max(0, before.count - (now - before.at) / forgive) : 0
    const count = left + 1
    const pause = count <= free ? 0 : Math.min(longest, 1000 * 2 ** Math.min(Math.ceil(count - free) - 1, 30))
    this.#failures.set(key, { count, at: now, until: now + pause })
  }

  succeed(account: string, address: string): void {
    this.#failures.delete(codeKey(account))
    for (const [key] of keys(account, address)) {
      if (!key.startsWith('address:')) this.#failures.delete(key)
    }
  }
}

const codeKey = (account: string) => `code:${account.toLowerCase()}`

function keys(account: string, address: string): [string, Rule][] {
  const name = account.toLowerCase().slice(0, 100)
  return [
    [`pair:${address}:${name}`, rules.pair],
    [`address:${address}`, rules.address],
    [`account:${name}`, rules.account],
  ]
}
