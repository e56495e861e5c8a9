// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addVideoCaption = endpoint<'addVideoCaption'>(
  'PUT',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
  'form',
)
