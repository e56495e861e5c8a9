import { LRUCache } from 'lru-cache'
import { sendMailNow } from '#features/mails/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'

/** ms between two tests of one person. */
const pause = 5000

/** ms that the mail server may take. */
const patience = 20_000

/** Who tested within the pause; of one node. */
const lastTests = new WeakMap<object, LRUCache<number, true>>()

function lastTestsOf(node: object): LRUCache<number, true> {
  let known = lastTests.get(node)
  if (!known) lastTests.set(node, (known = new LRUCache({ max: 1000, ttl: pause })))
  return known
}

/**
 * Sends a mail while the administrator waits. Throws 400 while mail is not set up, 429 a moment after another test, 502
 * with what the mail server said.
 */
export async function sendTestMail(ctx: Context, viewer: Viewer, to: string): Promise<void> {
  if (!ctx.mail.enabled) throw problem(400, 'This server is not set up to send mails (smtp.*).')
  const known = lastTestsOf(ctx.db)
  if (known.has(viewer.userId)) {
    throw problem(429, 'A test mail was sent a moment ago.', { headers: { 'retry-after': String(pause / 1000) } })
  }
  // Before anything is awaited, so that two tests at the same time are one.
  known.set(viewer.userId, true)
  try {
    await sendInTime(ctx, to, viewer.language)
  } catch (error) {
    throw problem(502, `The mail server refused: ${(error as Error).message}`)
  }
}

async function sendInTime(ctx: Context, to: string, locale: string | null): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`No answer within ${patience / 1000} s`)), patience)
  try {
    await Promise.race([sendMailNow(ctx, { to, template: 'test', locale, data: {} }), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
