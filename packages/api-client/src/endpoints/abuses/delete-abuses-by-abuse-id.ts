// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteAbusesByAbuseId = endpoint<'deleteAbusesByAbuseId'>('DELETE', '/api/v1/abuses/{abuseId}', 'nothing')
