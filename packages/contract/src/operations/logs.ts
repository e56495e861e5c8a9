import { z } from 'zod'
import { arrayOf, dateTime, object, text, url } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'

export const sendClientLog = operation({
  id: 'sendClientLog',
  method: 'POST',
  path: '/api/v1/server/logs/client',
  tag: 'Logs',
  summary: 'Forward a browser log line',
  auth: 'optional',
  rateLimit: 'receive_client_log',
  body: () =>
    object({
      message: text(limits.clientLogMessage),
      url: url(),
      level: z.enum(['warn', 'error']),
      stackTrace: text(limits.clientLogStackTrace).optional(),
      userAgent: text(limits.clientLogUserAgent).optional(),
      meta: text(limits.clientLogMeta).optional(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getInstanceLogs = operation({
  id: 'getInstanceLogs',
  method: 'GET',
  path: '/api/v1/server/logs',
  tag: 'Logs',
  summary: 'Read server log entries',
  auth: 'user',
  right: 'MANAGE_LOGS',
  rateLimit: 'api',
  query: () =>
    object({
      startDate: dateTime(),
      level: z.enum(['debug', 'info', 'warn', 'error']).optional(),
      tagsOneOf: arrayOf(text()).optional(),
      endDate: dateTime().optional(),
    }),
  success: 200,
  response: () => z.array(z.record(z.string(), z.unknown())),
  in70: true,
})

export const getInstanceAuditLogs = operation({
  id: 'getInstanceAuditLogs',
  method: 'GET',
  path: '/api/v1/server/audit-logs',
  tag: 'Logs',
  summary: 'Read audit log entries',
  auth: 'user',
  right: 'MANAGE_LOGS',
  rateLimit: 'api',
  query: () => object({ startDate: dateTime(), endDate: dateTime().optional() }),
  success: 200,
  response: () => z.array(z.record(z.string(), z.unknown())),
  in70: true,
})
