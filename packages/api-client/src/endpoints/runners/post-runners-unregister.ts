// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersUnregister = endpoint<'postRunnersUnregister'>(
  'POST',
  '/api/v1/runners/unregister',
  'nothing',
  'json',
)
