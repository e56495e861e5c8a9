import { getDebug, runDebugCommand } from '@sepiola/contract/operations/debug.ts'
import { implement } from '#foundation/http/implement.ts'
import { runCommand } from './run-command.ts'
import { instanceStats } from '../stats/instance-stats.ts'

export const debugRoutes = [
  implement(getDebug, async ({ ctx, request }) => ({
    ip: request.ip,
    activityPubMessagesWaiting: (await instanceStats(ctx)).totalActivityPubMessagesWaiting,
  })),

  implement(runDebugCommand, ({ ctx, viewer, body }) => runCommand(ctx, viewer, body.command, body.email)),
]
