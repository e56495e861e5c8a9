// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosOwnershipByIdAccept = endpoint<'postVideosOwnershipByIdAccept'>(
  'POST',
  '/api/v1/videos/ownership/{id}/accept',
  'nothing',
  'json',
)
