// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsByNpmNameRegisteredSettings = endpoint<'getPluginsByNpmNameRegisteredSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/registered-settings',
  'json',
)
