// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteRunnersRegistrationTokensByRegistrationTokenId =
  endpoint<'deleteRunnersRegistrationTokensByRegistrationTokenId'>(
    'DELETE',
    '/api/v1/runners/registration-tokens/{registrationTokenId}',
    'nothing',
  )
