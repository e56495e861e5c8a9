// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosTestEmbed = endpoint<'getVideosTestEmbed'>('GET', '/videos/test-embed', 'raw')
