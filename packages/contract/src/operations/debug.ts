import { z } from 'zod'
import { email, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { Debug } from '../schemas/server.ts'

export const getDebug = operation({
  id: 'getDebug',
  method: 'GET',
  path: '/api/v1/server/debug',
  tag: 'Debug',
  summary: 'Troubleshooting values',
  auth: 'user',
  right: 'MANAGE_DEBUG',
  rateLimit: 'api',
  success: 200,
  response: Debug,
  in70: false,
})

export const runDebugCommand = operation({
  id: 'runDebugCommand',
  method: 'POST',
  path: '/api/v1/server/debug/run-command',
  tag: 'Debug',
  summary: 'Trigger a maintenance task',
  auth: 'user',
  right: 'MANAGE_DEBUG',
  rateLimit: 'api',
  body: () =>
    object({
      command: z.enum([
        'remove-dandling-resumable-uploads',
        'remove-expired-user-exports',
        'process-video-stats-buffer',
        'process-video-viewers',
        'process-update-videos-scheduler',
        'process-video-channel-sync-latest',
        'process-remove-old-stats',
        'test-emails',
      ]),
      /** With `test-emails`. */
      email: email().optional(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
