// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDAccept = endpoint<'postRunnersJobsByJobUUIDAccept'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/accept',
  'json',
  'json',
)
