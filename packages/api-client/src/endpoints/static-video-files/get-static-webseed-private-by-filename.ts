// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticWebseedPrivateByFilename = endpoint<'getStaticWebseedPrivateByFilename'>(
  'GET',
  '/static/webseed/private/{filename}',
  'raw',
)
