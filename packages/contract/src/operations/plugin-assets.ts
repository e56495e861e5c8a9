import { version } from '../fields.ts'
import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { PluginTranslation } from '../schemas/plugins.ts'

export const getPluginsGlobalCss = operation({
  id: 'getPluginsGlobalCss',
  method: 'GET',
  path: '/plugins/global.css',
  tag: 'Plugin assets',
  summary: 'Merged stylesheet of active plugins',
  auth: 'none',
  rateLimit: 'plugins',
  query: () => object({ hash: text().optional() }),
  success: 200,
  in70: false,
})

export const getPluginsTranslationsByLocaleJson = operation({
  id: 'getPluginsTranslationsByLocaleJson',
  method: 'GET',
  path: '/plugins/translations/{locale}.json',
  tag: 'Plugin assets',
  summary: 'Plugin translations for a locale',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ locale: text() }),
  success: 200,
  response: PluginTranslation,
  in70: false,
})

export const getPluginsByPluginNameByPluginVersionAuthByAuthName = operation({
  id: 'getPluginsByPluginNameByPluginVersionAuthByAuthName',
  method: 'GET',
  path: '/plugins/{pluginName}/{pluginVersion}/auth/{authName}',
  tag: 'Plugin assets',
  summary: 'Start a plugin external login',
  auth: 'plugin',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), pluginVersion: version(), authName: text() }),
  success: 200,
  in70: false,
})

export const getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint = operation({
  id: 'getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint',
  method: 'GET',
  path: '/plugins/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
  tag: 'Plugin assets',
  summary: 'Plugin static file',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), pluginVersion: version(), staticEndpoint: text() }),
  success: 200,
  in70: false,
})

export const getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint = operation({
  id: 'getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint',
  method: 'GET',
  path: '/plugins/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
  tag: 'Plugin assets',
  summary: 'Plugin client script',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), pluginVersion: version(), staticEndpoint: text() }),
  success: 200,
  in70: false,
})

export const anyPluginsByPluginNameRouterByPath = operation({
  id: 'anyPluginsByPluginNameRouterByPath',
  method: 'ALL',
  path: '/plugins/{pluginName}/router/{path}',
  aliases: ['/plugins/{pluginName}/{pluginVersion}/router/{path}'],
  tag: 'Plugin assets',
  summary: 'Routes registered by a plugin',
  auth: 'plugin',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), path: text() }),
  success: 200,
  in70: false,
})

export const getThemesByPluginNameByPluginVersionStaticByStaticEndpoint = operation({
  id: 'getThemesByPluginNameByPluginVersionStaticByStaticEndpoint',
  method: 'GET',
  path: '/themes/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
  tag: 'Plugin assets',
  summary: 'Theme static file',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), pluginVersion: version(), staticEndpoint: text() }),
  success: 200,
  in70: false,
})

export const getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint = operation({
  id: 'getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint',
  method: 'GET',
  path: '/themes/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
  tag: 'Plugin assets',
  summary: 'Theme client script',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ pluginName: text(), pluginVersion: version(), staticEndpoint: text() }),
  success: 200,
  in70: false,
})

export const getThemesByThemeNameByThemeVersionCssByStaticEndpoint = operation({
  id: 'getThemesByThemeNameByThemeVersionCssByStaticEndpoint',
  method: 'GET',
  path: '/themes/{themeName}/{themeVersion}/css/{staticEndpoint}',
  tag: 'Plugin assets',
  summary: 'Theme stylesheet',
  auth: 'none',
  rateLimit: 'plugins',
  params: () => object({ themeName: text(), themeVersion: text(), staticEndpoint: text() }),
  success: 200,
  in70: false,
})

export const wsPluginsByPluginNameWsByRoute = operation({
  id: 'wsPluginsByPluginNameWsByRoute',
  method: 'GET',
  path: '/plugins/{pluginName}/ws/{route}',
  aliases: ['/plugins/{pluginName}/{pluginVersion}/ws/{route}'],
  tag: 'Plugin assets',
  summary: 'WebSocket routes registered by plugins',
  auth: 'plugin',
  rateLimit: false,
  params: () => object({ pluginName: text(), route: text() }),
  success: 101,
  in70: false,
})
