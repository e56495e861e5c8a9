// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDSuccess = endpoint<'postRunnersJobsByJobUUIDSuccess'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/success',
  'nothing',
  'form-or-json',
)
