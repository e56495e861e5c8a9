// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const anyPluginsByPluginNameRouterByPath = endpoint<'anyPluginsByPluginNameRouterByPath'>(
  'ALL',
  '/plugins/{pluginName}/router/{path}',
  'raw',
)
