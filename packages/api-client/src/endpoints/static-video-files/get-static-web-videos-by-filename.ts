// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticWebVideosByFilename = endpoint<'getStaticWebVideosByFilename'>(
  'GET',
  '/static/web-videos/{filename}',
  'raw',
)
