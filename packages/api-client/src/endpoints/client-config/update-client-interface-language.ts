// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updateClientInterfaceLanguage = endpoint<'updateClientInterfaceLanguage'>(
  'POST',
  '/api/v1/client-config/update-interface-language',
  'nothing',
  'json',
)
