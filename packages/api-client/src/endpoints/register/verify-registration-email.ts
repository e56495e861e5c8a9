// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const verifyRegistrationEmail = endpoint<'verifyRegistrationEmail'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/verify-email',
  'nothing',
  'json',
)
