// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteAbusesByAbuseId = endpoint<'deleteAbusesByAbuseId'>('DELETE', '/api/v1/abuses/{abuseId}', 'nothing')
export const deleteAbusesByAbuseIdMessagesByAbuseMessageId = endpoint<'deleteAbusesByAbuseIdMessagesByAbuseMessageId'>(
  'DELETE',
  '/api/v1/abuses/{abuseId}/messages/{abuseMessageId}',
  'nothing',
)
export const getAbuses = endpoint<'getAbuses'>('GET', '/api/v1/abuses', 'json')
export const getAbusesByAbuseIdMessages = endpoint<'getAbusesByAbuseIdMessages'>(
  'GET',
  '/api/v1/abuses/{abuseId}/messages',
  'json',
)
export const getMyAbuses = endpoint<'getMyAbuses'>('GET', '/api/v1/users/me/abuses', 'json')
export const postAbuses = endpoint<'postAbuses'>('POST', '/api/v1/abuses', 'json', 'json')
export const postAbusesByAbuseIdMessages = endpoint<'postAbusesByAbuseIdMessages'>(
  'POST',
  '/api/v1/abuses/{abuseId}/messages',
  'json',
  'json',
)
export const putAbusesByAbuseId = endpoint<'putAbusesByAbuseId'>('PUT', '/api/v1/abuses/{abuseId}', 'nothing', 'json')
