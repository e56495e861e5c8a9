// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountVideos = endpoint<'getAccountVideos'>('GET', '/api/v1/accounts/{name}/videos', 'json')
