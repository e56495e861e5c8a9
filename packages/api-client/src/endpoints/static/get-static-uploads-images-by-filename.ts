// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticUploadsImagesByFilename = endpoint<'getStaticUploadsImagesByFilename'>(
  'GET',
  '/static/uploads/images/{filename}',
  'raw',
)
