// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersByIdUnblock = endpoint<'postUsersByIdUnblock'>(
  'POST',
  '/api/v1/users/{id}/unblock',
  'nothing',
  'json',
)
