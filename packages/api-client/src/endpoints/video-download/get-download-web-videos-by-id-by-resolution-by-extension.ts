// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDownloadWebVideosByIdByResolutionByExtension =
  endpoint<'getDownloadWebVideosByIdByResolutionByExtension'>(
    'GET',
    '/download/web-videos/{id}-{resolution}.{extension}',
    'raw',
  )
