// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDownloadUserExportsByFilename = endpoint<'getDownloadUserExportsByFilename'>(
  'GET',
  '/download/user-exports/{filename}',
  'raw',
)
