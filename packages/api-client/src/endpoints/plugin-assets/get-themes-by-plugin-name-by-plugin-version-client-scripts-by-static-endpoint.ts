// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
