// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteRegistration = endpoint<'deleteRegistration'>(
  'DELETE',
  '/api/v1/users/registrations/{registrationId}',
  'nothing',
)
