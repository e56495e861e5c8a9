// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDAbort = endpoint<'postRunnersJobsByJobUUIDAbort'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/abort',
  'nothing',
  'json',
)
