import { createHash } from 'node:crypto'
import type { Context } from '#foundation/context.ts'
import { Problem } from '#foundation/http/problem.ts'
import { clientKey } from '#foundation/http/rate-limits.ts'
import { deleteFailures, findFailures, saveFailures, type Failures } from './login-throttle.sql.ts'

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

type Kind = keyof typeof rules

export interface Attempt {
  account: string
  ip: string
}

/** ms that are left of the pauses, 0 = none. */
export interface Pauses {
  login: number
  code: number
  /** Whether there is something to forget when the attempt succeeds. */
  known: boolean
}

/**
 * Slows password guessing down beyond the per-address rate limit, counted by all nodes together: after the free
 * failures each further one doubles the pause, from one second on. Names that nobody has are counted like others, so
 * that an answer tells nothing.
 *
 *   failures   20   21   22   23 …
 *   pause       0   1 s  2 s  4 s … up to the longest
 */
export async function findPauses(ctx: Pick<Context, 'db' | 'clock'>, attempt: Attempt): Promise<Pauses> {
  const keys = keysOf(attempt)
  const found = await findFailures(ctx.db, Object.values(keys))
  const now = ctx.clock.now().getTime()
  const left = (kind: Kind) => {
    const failures = found.get(keys[kind])
    return failures ? Math.max(0, failures.lastAt.getTime() + pauseAfter(failures, rules[kind]) - now) : 0
  }
  return {
    login: Math.max(left('pair'), left('address'), left('account')),
    code: left('code'),
    known: found.size > 0,
  }
}

/** `kinds`: a wrong second factor is also a failure to sign in. */
export async function countFailure(
  ctx: Pick<Context, 'db' | 'clock'>,
  attempt: Attempt,
  kinds: readonly Kind[] = ['pair', 'address', 'account'],
): Promise<void> {
  const keys = keysOf(attempt)
  const failed = kinds.map((kind) => ({ keyHash: keys[kind], forgive: rules[kind].forgive }))
  await saveFailures(ctx.db, failed, ctx.clock.now())
}

/** After a success. Those of the address stay: somebody who tries many accounts may own one of them. */
export async function forgetFailures(ctx: Pick<Context, 'db'>, attempt: Attempt): Promise<void> {
  const { pair, account, code } = keysOf(attempt)
  await deleteFailures(ctx.db, [pair, account, code])
}

/** 429 with the seconds to wait. */
export function tooManyAttempts(pause: number): Problem {
  return new Problem(429, 'Too many requests, please try again later.', {
    plain: true,
    headers: { 'retry-after': String(Math.ceil(pause / 1000)) },
  })
}

/** ms from the last failure on. */
function pauseAfter({ lastAt, forgottenAt }: Failures, { free, longest, forgive }: Rule): number {
  // A millisecond may be lost between two ways to round.
  const count = Math.ceil((forgottenAt.getTime() - lastAt.getTime()) / forgive - 0.01)
  return count <= free ? 0 : Math.min(longest, 1000 * 2 ** Math.min(count - free - 1, 30))
}

function keysOf({ account, ip }: Attempt): Record<Kind, string> {
  const name = account.toLowerCase()
  const address = clientKey(ip)
  return {
    pair: hash(`pair:${address}:${name}`),
    address: hash(`address:${address}`),
    account: hash(`account:${name}`),
    code: hash(`code:${name}`),
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
