// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideoChannelsOwnershipById = endpoint<'deleteVideoChannelsOwnershipById'>(
  'DELETE',
  '/api/v1/video-channels/ownership/{id}',
  'nothing',
)
