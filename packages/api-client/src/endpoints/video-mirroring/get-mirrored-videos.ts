// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getMirroredVideos = endpoint<'getMirroredVideos'>('GET', '/api/v1/server/redundancy/videos', 'json')
