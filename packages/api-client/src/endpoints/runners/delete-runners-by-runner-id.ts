// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteRunnersByRunnerId = endpoint<'deleteRunnersByRunnerId'>(
  'DELETE',
  '/api/v1/runners/{runnerId}',
  'nothing',
)
