// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByNameRatings = endpoint<'getAccountsByNameRatings'>(
  'GET',
  '/api/v1/accounts/{name}/ratings',
  'json',
)
