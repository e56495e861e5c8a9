import { id, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { RunnerRegistrationToken } from '../schemas/runners.ts'

export const postRunnersRegistrationTokensGenerate = operation({
  id: 'postRunnersRegistrationTokensGenerate',
  method: 'POST',
  path: '/api/v1/runners/registration-tokens/generate',
  tag: 'Runner Registration Token',
  summary: 'Create a runner registration token',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const deleteRunnersRegistrationTokensByRegistrationTokenId = operation({
  id: 'deleteRunnersRegistrationTokensByRegistrationTokenId',
  method: 'DELETE',
  path: '/api/v1/runners/registration-tokens/{registrationTokenId}',
  tag: 'Runner Registration Token',
  summary: 'Delete a runner registration token',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  params: () => object({ registrationTokenId: id() }),
  success: 204,
  in70: true,
})

export const getRunnersRegistrationTokens = operation({
  id: 'getRunnersRegistrationTokens',
  method: 'GET',
  path: '/api/v1/runners/registration-tokens',
  tag: 'Runner Registration Token',
  summary: 'Page through runner registration tokens',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(RunnerRegistrationToken),
  in70: true,
})
