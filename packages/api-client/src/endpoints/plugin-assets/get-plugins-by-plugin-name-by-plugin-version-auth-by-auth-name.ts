// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsByPluginNameByPluginVersionAuthByAuthName =
  endpoint<'getPluginsByPluginNameByPluginVersionAuthByAuthName'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/auth/{authName}',
    'raw',
  )
