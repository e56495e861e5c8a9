// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getOverviewsVideos = endpoint<'getOverviewsVideos'>('GET', '/api/v1/overviews/videos', 'json')
