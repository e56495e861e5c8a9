// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServerFollowers = endpoint<'getServerFollowers'>('GET', '/api/v1/server/followers', 'json')
