// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const userImportResumable = endpoint<'userImportResumable'>(
  'PUT',
  '/api/v1/users/{userId}/imports/import-resumable',
  'json',
  'binary',
)
