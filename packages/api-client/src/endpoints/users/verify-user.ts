// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const verifyUser = endpoint<'verifyUser'>('POST', '/api/v1/users/{id}/verify-email', 'nothing', 'json')
