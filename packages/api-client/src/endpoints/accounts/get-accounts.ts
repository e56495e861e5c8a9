// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccounts = endpoint<'getAccounts'>('GET', '/api/v1/accounts', 'json')
