// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccount = endpoint<'getAccount'>('GET', '/api/v1/accounts/{name}', 'json')
