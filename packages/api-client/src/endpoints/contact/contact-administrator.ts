// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const contactAdministrator = endpoint<'contactAdministrator'>(
  'POST',
  '/api/v1/server/contact',
  'nothing',
  'json',
)
