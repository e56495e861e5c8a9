// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const userImportResumableInit = endpoint<'userImportResumableInit'>(
  'POST',
  '/api/v1/users/{userId}/imports/import-resumable',
  'raw',
  'json',
)
