// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const confirmTwoFactorRequest = endpoint<'confirmTwoFactorRequest'>(
  'POST',
  '/api/v1/users/{id}/two-factor/confirm-request',
  'nothing',
  'json',
)
