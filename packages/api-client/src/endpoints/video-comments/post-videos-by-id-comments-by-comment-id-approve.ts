// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosByIdCommentsByCommentIdApprove = endpoint<'postVideosByIdCommentsByCommentIdApprove'>(
  'POST',
  '/api/v1/videos/{id}/comments/{commentId}/approve',
  'nothing',
)
