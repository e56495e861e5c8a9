// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putPluginsByNpmNameSettings = endpoint<'putPluginsByNpmNameSettings'>(
  'PUT',
  '/api/v1/plugins/{npmName}/settings',
  'nothing',
  'json',
)
