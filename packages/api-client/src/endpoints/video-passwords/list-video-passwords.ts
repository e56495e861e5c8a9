// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const listVideoPasswords = endpoint<'listVideoPasswords'>('GET', '/api/v1/videos/{id}/passwords', 'json')
