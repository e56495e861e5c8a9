// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putVideosByIdRate = endpoint<'putVideosByIdRate'>('PUT', '/api/v1/videos/{id}/rate', 'nothing', 'json')
