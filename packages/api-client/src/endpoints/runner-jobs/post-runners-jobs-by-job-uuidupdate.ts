// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDUpdate = endpoint<'postRunnersJobsByJobUUIDUpdate'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/update',
  'nothing',
  'form-or-json',
)
