// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const userImportResumableCancel = endpoint<'userImportResumableCancel'>(
  'DELETE',
  '/api/v1/users/{userId}/imports/import-resumable',
  'nothing',
)
