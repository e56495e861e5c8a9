// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoBlocks = endpoint<'getVideoBlocks'>('GET', '/api/v1/videos/blacklist', 'json')
