// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postBulkRemoveCommentsOf = endpoint<'postBulkRemoveCommentsOf'>(
  'POST',
  '/api/v1/bulk/remove-comments-of',
  'nothing',
  'json',
)
