// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersRegistrationTokensGenerate = endpoint<'postRunnersRegistrationTokensGenerate'>(
  'POST',
  '/api/v1/runners/registration-tokens/generate',
  'nothing',
)
