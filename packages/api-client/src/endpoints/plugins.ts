// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addPlugin = endpoint<'addPlugin'>('POST', '/api/v1/plugins/install', 'json', 'json')
export const getAvailablePlugins = endpoint<'getAvailablePlugins'>('GET', '/api/v1/plugins/available', 'json')
export const getPlugin = endpoint<'getPlugin'>('GET', '/api/v1/plugins/{npmName}', 'json')
export const getPlugins = endpoint<'getPlugins'>('GET', '/api/v1/plugins', 'json')
export const getPluginsByNpmNamePublicSettings = endpoint<'getPluginsByNpmNamePublicSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/public-settings',
  'json',
)
export const getPluginsByNpmNameRegisteredSettings = endpoint<'getPluginsByNpmNameRegisteredSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/registered-settings',
  'json',
)
export const putPluginsByNpmNameSettings = endpoint<'putPluginsByNpmNameSettings'>(
  'PUT',
  '/api/v1/plugins/{npmName}/settings',
  'nothing',
  'json',
)
export const uninstallPlugin = endpoint<'uninstallPlugin'>('POST', '/api/v1/plugins/uninstall', 'nothing', 'json')
export const updatePlugin = endpoint<'updatePlugin'>('POST', '/api/v1/plugins/update', 'json', 'json')
