// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideosImportsById = endpoint<'deleteVideosImportsById'>(
  'DELETE',
  '/api/v1/videos/imports/{id}',
  'nothing',
)
