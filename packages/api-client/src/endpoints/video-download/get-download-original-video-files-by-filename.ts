// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDownloadOriginalVideoFilesByFilename = endpoint<'getDownloadOriginalVideoFilesByFilename'>(
  'GET',
  '/download/original-video-files/{filename}',
  'raw',
)
