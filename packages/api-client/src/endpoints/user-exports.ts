// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteUserExport = endpoint<'deleteUserExport'>('DELETE', '/api/v1/users/{userId}/exports/{id}', 'nothing')
export const getDownloadUserExportsByFilename = endpoint<'getDownloadUserExportsByFilename'>(
  'GET',
  '/download/user-exports/{filename}',
  'raw',
)
export const listUserExports = endpoint<'listUserExports'>('GET', '/api/v1/users/{userId}/exports', 'json')
export const requestUserExport = endpoint<'requestUserExport'>(
  'POST',
  '/api/v1/users/{userId}/exports/request',
  'json',
  'json',
)
