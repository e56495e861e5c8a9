// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteRunnersByRunnerId = endpoint<'deleteRunnersByRunnerId'>(
  'DELETE',
  '/api/v1/runners/{runnerId}',
  'nothing',
)
export const getRunners = endpoint<'getRunners'>('GET', '/api/v1/runners', 'json')
export const postRunnersRegister = endpoint<'postRunnersRegister'>('POST', '/api/v1/runners/register', 'json', 'json')
export const postRunnersUnregister = endpoint<'postRunnersUnregister'>(
  'POST',
  '/api/v1/runners/unregister',
  'nothing',
  'json',
)
