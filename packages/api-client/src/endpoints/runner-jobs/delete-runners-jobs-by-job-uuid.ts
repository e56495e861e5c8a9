// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteRunnersJobsByJobUUID = endpoint<'deleteRunnersJobsByJobUUID'>(
  'DELETE',
  '/api/v1/runners/jobs/{jobUUID}',
  'nothing',
)
