// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const uninstallPlugin = endpoint<'uninstallPlugin'>('POST', '/api/v1/plugins/uninstall', 'nothing', 'json')
