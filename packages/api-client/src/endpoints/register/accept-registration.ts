// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const acceptRegistration = endpoint<'acceptRegistration'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/accept',
  'nothing',
  'json',
)
