// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDCancel = endpoint<'postRunnersJobsByJobUUIDCancel'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/cancel',
  'nothing',
)
