// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addVideoPassword = endpoint<'addVideoPassword'>('POST', '/api/v1/videos/{id}/passwords', 'nothing', 'json')
export const listVideoPasswords = endpoint<'listVideoPasswords'>('GET', '/api/v1/videos/{id}/passwords', 'json')
export const removeVideoPassword = endpoint<'removeVideoPassword'>(
  'DELETE',
  '/api/v1/videos/{id}/passwords/{passwordId}',
  'nothing',
)
export const updateVideoPasswordList = endpoint<'updateVideoPasswordList'>(
  'PUT',
  '/api/v1/videos/{id}/passwords',
  'nothing',
  'json',
)
