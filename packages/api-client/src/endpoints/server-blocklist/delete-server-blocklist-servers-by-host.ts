// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteServerBlocklistServersByHost = endpoint<'deleteServerBlocklistServersByHost'>(
  'DELETE',
  '/api/v1/server/blocklist/servers/{host}',
  'nothing',
)
