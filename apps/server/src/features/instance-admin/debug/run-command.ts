import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { sendTestMail } from './send-test-mail.ts'

/**
 * Does at once what the machine does from time to time (spec 02 §10), and comes back when it is done. `email`: where
 * the mail of `test-emails` goes, by default to who asks. Throws 400 for what this server has no part for, and as `sendTestMail`.
 */
export async function runCommand(ctx: Context, viewer: Viewer, command: string, email?: string): Promise<void> {
  if (command === 'test-emails') return sendTestMail(ctx, viewer, email ?? viewer.email)
  const tasks = ctx.schedules.filter((schedule) => schedule.command === command)
  if (tasks.length === 0) throw problem(400, `This server has nothing to do for ${command}.`)
  for (const task of tasks) await task.run(ctx, ctx.stopping)
}
