// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putVideo = endpoint<'putVideo'>('PUT', '/api/v1/videos/{id}', 'nothing', 'form-or-json')
