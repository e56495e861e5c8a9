// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const anyPluginsByPluginNameRouterByPath = endpoint<'anyPluginsByPluginNameRouterByPath'>(
  'ALL',
  '/plugins/{pluginName}/router/{path}',
  'raw',
)
export const getPluginsByPluginNameByPluginVersionAuthByAuthName =
  endpoint<'getPluginsByPluginNameByPluginVersionAuthByAuthName'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/auth/{authName}',
    'raw',
  )
export const getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
export const getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
export const getPluginsGlobalCss = endpoint<'getPluginsGlobalCss'>('GET', '/plugins/global.css', 'raw')
export const getPluginsTranslationsByLocaleJson = endpoint<'getPluginsTranslationsByLocaleJson'>(
  'GET',
  '/plugins/translations/{locale}.json',
  'json',
)
export const getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
export const getThemesByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
export const getThemesByThemeNameByThemeVersionCssByStaticEndpoint =
  endpoint<'getThemesByThemeNameByThemeVersionCssByStaticEndpoint'>(
    'GET',
    '/themes/{themeName}/{themeVersion}/css/{staticEndpoint}',
    'raw',
  )
