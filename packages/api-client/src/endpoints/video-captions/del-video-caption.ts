// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delVideoCaption = endpoint<'delVideoCaption'>(
  'DELETE',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
)
