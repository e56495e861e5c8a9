// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const requestRegistration = endpoint<'requestRegistration'>(
  'POST',
  '/api/v1/users/registrations/request',
  'json',
  'json',
)
