// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const requestUserExport = endpoint<'requestUserExport'>(
  'POST',
  '/api/v1/users/{userId}/exports/request',
  'json',
  'json',
)
