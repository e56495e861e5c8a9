// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDownloadVideosGenerateByVideoIdOrUUID = endpoint<'getDownloadVideosGenerateByVideoIdOrUUID'>(
  'GET',
  '/download/videos/generate/{videoIdOrUUID}',
  'raw',
)
