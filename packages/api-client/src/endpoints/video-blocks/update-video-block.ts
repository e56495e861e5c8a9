// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updateVideoBlock = endpoint<'updateVideoBlock'>('PUT', '/api/v1/videos/{id}/blacklist', 'nothing', 'json')
