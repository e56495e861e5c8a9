// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updateLiveId = endpoint<'updateLiveId'>('PUT', '/api/v1/videos/live/{id}', 'nothing', 'json')
