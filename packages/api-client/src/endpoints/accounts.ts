// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getAccount = endpoint<'getAccount'>('GET', '/api/v1/accounts/{name}', 'json')
export const getAccountFollowers = endpoint<'getAccountFollowers'>('GET', '/api/v1/accounts/{name}/followers', 'json')
export const getAccountVideos = endpoint<'getAccountVideos'>('GET', '/api/v1/accounts/{name}/videos', 'json')
export const getAccounts = endpoint<'getAccounts'>('GET', '/api/v1/accounts', 'json')
export const getAccountsByNameRatings = endpoint<'getAccountsByNameRatings'>(
  'GET',
  '/api/v1/accounts/{name}/ratings',
  'json',
)
