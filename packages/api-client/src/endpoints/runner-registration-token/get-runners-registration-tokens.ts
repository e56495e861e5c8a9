// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getRunnersRegistrationTokens = endpoint<'getRunnersRegistrationTokens'>(
  'GET',
  '/api/v1/runners/registration-tokens',
  'json',
)
