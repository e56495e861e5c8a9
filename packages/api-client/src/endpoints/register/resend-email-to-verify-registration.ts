// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const resendEmailToVerifyRegistration = endpoint<'resendEmailToVerifyRegistration'>(
  'POST',
  '/api/v1/users/registrations/ask-send-verify-email',
  'nothing',
  'json',
)
