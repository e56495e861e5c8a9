// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getLatestUserImport = endpoint<'getLatestUserImport'>(
  'GET',
  '/api/v1/users/{userId}/imports/latest',
  'json',
)
export const userImportResumable = endpoint<'userImportResumable'>(
  'PUT',
  '/api/v1/users/{userId}/imports/import-resumable',
  'json',
  'binary',
)
export const userImportResumableCancel = endpoint<'userImportResumableCancel'>(
  'DELETE',
  '/api/v1/users/{userId}/imports/import-resumable',
  'nothing',
)
export const userImportResumableInit = endpoint<'userImportResumableInit'>(
  'POST',
  '/api/v1/users/{userId}/imports/import-resumable',
  'raw',
  'json',
)
