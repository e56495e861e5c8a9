// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAByHandle = endpoint<'getAByHandle'>('GET', '/a/{handle}', 'raw')
