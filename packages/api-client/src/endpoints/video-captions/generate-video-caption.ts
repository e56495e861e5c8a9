// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const generateVideoCaption = endpoint<'generateVideoCaption'>(
  'POST',
  '/api/v1/videos/{id}/captions/generate',
  'nothing',
  'json',
)
