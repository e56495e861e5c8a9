// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const resendEmailToVerifyUser = endpoint<'resendEmailToVerifyUser'>(
  'POST',
  '/api/v1/users/ask-send-verify-email',
  'nothing',
  'json',
)
