// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
