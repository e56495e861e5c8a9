// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
