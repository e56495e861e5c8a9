import { getInstanceAuditLogs, getInstanceLogs, sendClientLog } from '@sepiola/contract/operations/logs.ts'
import { auditLogName } from '#foundation/audit/create-audit-log.ts'
import { implement, SerializedJson } from '#foundation/http/implement.ts'
import { plainProblem } from '#foundation/http/problem.ts'
import { withoutSecrets } from '#foundation/http/request-log.ts'
import { readLogs } from './read-logs.ts'

export const logRoutes = [
  implement(getInstanceLogs, async ({ ctx, query }) => {
    const lines = await readLogs(ctx.settings.current.storage.logs, 'peertube', query)
    return new SerializedJson(`[${lines.join(',')}]`)
  }),

  implement(getInstanceAuditLogs, async ({ ctx, query }) => {
    await ctx.audit.written()
    const lines = await readLogs(ctx.settings.current.storage.logs, auditLogName, query)
    return new SerializedJson(`[${lines.join(',')}]`)
  }),

  implement(
    sendClientLog,
    ({ ctx, body, viewer }) => {
      const { message, level, url, ...rest } = body
      ctx.log[level](
        { ...rest, url: withoutSecrets(url), username: viewer?.username, tags: ['client'] },
        `Client log: ${message}`,
      )
    },
    {
      before({ ctx }) {
        if (!ctx.settings.current.log.accept_client_log) throw plainProblem(403)
      },
    },
  ),
]
