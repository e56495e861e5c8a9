// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersMeSubscriptions = endpoint<'postUsersMeSubscriptions'>(
  'POST',
  '/api/v1/users/me/subscriptions',
  'nothing',
  'json',
)
