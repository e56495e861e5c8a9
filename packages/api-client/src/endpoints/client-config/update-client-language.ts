// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updateClientLanguage = endpoint<'updateClientLanguage'>(
  'POST',
  '/api/v1/client-config/update-language',
  'nothing',
  'json',
)
