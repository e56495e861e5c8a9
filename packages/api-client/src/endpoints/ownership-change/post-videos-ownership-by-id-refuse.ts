// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosOwnershipByIdRefuse = endpoint<'postVideosOwnershipByIdRefuse'>(
  'POST',
  '/api/v1/videos/ownership/{id}/refuse',
  'nothing',
)
