// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putAbusesByAbuseId = endpoint<'putAbusesByAbuseId'>('PUT', '/api/v1/abuses/{abuseId}', 'nothing', 'json')
