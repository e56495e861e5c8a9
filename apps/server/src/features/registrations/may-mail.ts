import type { Context } from '#foundation/context.ts'
import { countAct } from '#foundation/db/counted-acts.sql.ts'

/** Mails of one kind that anybody can have sent to one account within an hour, from however many addresses. */
const mostMails = 5
const hour = 3_600_000

/** Counts such a mail; false = it is not sent, which whoever asked is not told. */
export function mayMail(ctx: Context, what: string): Promise<boolean> {
  return countAct(ctx.db, `mail:${what}`, { max: mostMails, window: hour, now: ctx.clock.now() })
}
