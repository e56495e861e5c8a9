// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const replaceVideoChapters = endpoint<'replaceVideoChapters'>(
  'PUT',
  '/api/v1/videos/{id}/chapters',
  'nothing',
  'json',
)
