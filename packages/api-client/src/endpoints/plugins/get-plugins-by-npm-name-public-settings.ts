// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsByNpmNamePublicSettings = endpoint<'getPluginsByNpmNamePublicSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/public-settings',
  'json',
)
