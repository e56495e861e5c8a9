import { z } from 'zod'
import { npmName, version, pluginPath } from '../fields.ts'
import { boolean, numberOf, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { Plugin, PublicServerSetting, RegisteredServerSettings } from '../schemas/plugins.ts'

export const getPlugins = operation({
  id: 'getPlugins',
  method: 'GET',
  path: '/api/v1/plugins',
  tag: 'Plugins',
  summary: 'Page through installed plugins',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['name', 'createdAt', 'updatedAt'], '-createdAt'),
      pluginType: numberOf([1, 2]).optional(),
      uninstalled: boolean().optional(),
    }),
  success: 200,
  response: resultList(Plugin),
  in70: true,
})

export const getAvailablePlugins = operation({
  id: 'getAvailablePlugins',
  method: 'GET',
  path: '/api/v1/plugins/available',
  tag: 'Plugins',
  summary: 'Page through the plugin index',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['npmName', 'popularity', 'trending'], '-createdAt'),
      search: text().optional(),
      pluginType: numberOf([1, 2]).optional(),
      currentPeerTubeEngine: version().optional(),
    }),
  success: 200,
  response: resultList(Plugin),
  in70: true,
})

export const addPlugin = operation({
  id: 'addPlugin',
  method: 'POST',
  path: '/api/v1/plugins/install',
  tag: 'Plugins',
  summary: 'Install a plugin or theme',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  body: () =>
    object({
      npmName: npmName().optional(),
      path: pluginPath().optional(),
      pluginVersion: version().optional(),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 200,
  response: Plugin,
  in70: true,
})

export const updatePlugin = operation({
  id: 'updatePlugin',
  method: 'POST',
  path: '/api/v1/plugins/update',
  tag: 'Plugins',
  summary: 'Upgrade a plugin or theme',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  body: () =>
    object({
      npmName: npmName().optional(),
      path: pluginPath().optional(),
      pluginVersion: version().optional(),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 200,
  response: Plugin,
  in70: true,
})

export const uninstallPlugin = operation({
  id: 'uninstallPlugin',
  method: 'POST',
  path: '/api/v1/plugins/uninstall',
  tag: 'Plugins',
  summary: 'Remove a plugin or theme',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  body: () => object({ npmName: npmName() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getPlugin = operation({
  id: 'getPlugin',
  method: 'GET',
  path: '/api/v1/plugins/{npmName}',
  tag: 'Plugins',
  summary: 'Fetch one installed plugin',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  params: () => object({ npmName: npmName() }),
  success: 200,
  response: Plugin,
  in70: true,
})

export const putPluginsByNpmNameSettings = operation({
  id: 'putPluginsByNpmNameSettings',
  method: 'PUT',
  path: '/api/v1/plugins/{npmName}/settings',
  tag: 'Plugins',
  summary: 'Store plugin settings',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  params: () => object({ npmName: npmName() }),
  body: () => object({ settings: z.record(z.string(), z.unknown()) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getPluginsByNpmNamePublicSettings = operation({
  id: 'getPluginsByNpmNamePublicSettings',
  method: 'GET',
  path: '/api/v1/plugins/{npmName}/public-settings',
  tag: 'Plugins',
  summary: 'Plugin settings visible to anyone',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ npmName: npmName() }),
  success: 200,
  response: PublicServerSetting,
  in70: true,
})

export const getPluginsByNpmNameRegisteredSettings = operation({
  id: 'getPluginsByNpmNameRegisteredSettings',
  method: 'GET',
  path: '/api/v1/plugins/{npmName}/registered-settings',
  tag: 'Plugins',
  summary: 'Setting fields a plugin declares',
  auth: 'user',
  right: 'MANAGE_PLUGINS',
  rateLimit: 'api',
  params: () => object({ npmName: npmName() }),
  success: 200,
  response: RegisteredServerSettings,
  in70: true,
})
