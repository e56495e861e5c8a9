// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosOwnership = endpoint<'getVideosOwnership'>('GET', '/api/v1/videos/ownership', 'json')
