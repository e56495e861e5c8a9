import { version, runnerToken } from '../fields.ts'
import { id, object, text } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { RegisterRunnerResult, Runner } from '../schemas/runners.ts'

export const postRunnersRegister = operation({
  id: 'postRunnersRegister',
  method: 'POST',
  path: '/api/v1/runners/register',
  tag: 'Runners',
  summary: 'Runner announces itself',
  auth: 'runner',
  rateLimit: 'api',
  body: () =>
    object({
      registrationToken: runnerToken(),
      name: text(limits.runnerName),
      description: text(limits.runnerDescription).optional(),
      version: version().optional(),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: RegisterRunnerResult,
  in70: true,
})

export const postRunnersUnregister = operation({
  id: 'postRunnersUnregister',
  method: 'POST',
  path: '/api/v1/runners/unregister',
  tag: 'Runners',
  summary: 'Runner leaves',
  auth: 'runner',
  rateLimit: 'api',
  body: () => object({ runnerToken: runnerToken() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteRunnersByRunnerId = operation({
  id: 'deleteRunnersByRunnerId',
  method: 'DELETE',
  path: '/api/v1/runners/{runnerId}',
  tag: 'Runners',
  summary: 'Remove a runner',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  params: () => object({ runnerId: id() }),
  success: 204,
  in70: true,
})

export const getRunners = operation({
  id: 'getRunners',
  method: 'GET',
  path: '/api/v1/runners',
  tag: 'Runners',
  summary: 'Page through runners',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(Runner),
  in70: true,
})
