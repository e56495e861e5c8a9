// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsOwnershipByIdAccept = endpoint<'postVideoChannelsOwnershipByIdAccept'>(
  'POST',
  '/api/v1/video-channels/ownership/{id}/accept',
  'nothing',
)
