// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsOwnershipByIdRefuse = endpoint<'postVideoChannelsOwnershipByIdRefuse'>(
  'POST',
  '/api/v1/video-channels/ownership/{id}/refuse',
  'nothing',
)
