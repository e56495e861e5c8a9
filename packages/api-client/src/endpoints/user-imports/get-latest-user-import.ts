// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLatestUserImport = endpoint<'getLatestUserImport'>(
  'GET',
  '/api/v1/users/{userId}/imports/latest',
  'json',
)
