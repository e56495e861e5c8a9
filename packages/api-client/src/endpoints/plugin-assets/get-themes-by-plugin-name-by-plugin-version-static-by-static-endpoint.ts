// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getThemesByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
