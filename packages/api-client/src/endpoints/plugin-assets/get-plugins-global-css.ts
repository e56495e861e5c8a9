// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsGlobalCss = endpoint<'getPluginsGlobalCss'>('GET', '/plugins/global.css', 'raw')
