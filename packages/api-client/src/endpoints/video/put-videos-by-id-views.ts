// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putVideosByIdViews = endpoint<'putVideosByIdViews'>('PUT', '/api/v1/videos/{id}/views', 'nothing', 'json')
