// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideosByIdCommentsByCommentId = endpoint<'deleteVideosByIdCommentsByCommentId'>(
  'DELETE',
  '/api/v1/videos/{id}/comments/{commentId}',
  'nothing',
)
