// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delVideoBlock = endpoint<'delVideoBlock'>('DELETE', '/api/v1/videos/{id}/blacklist', 'nothing')
