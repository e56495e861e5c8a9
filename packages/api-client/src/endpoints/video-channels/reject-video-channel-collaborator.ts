// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const rejectVideoChannelCollaborator = endpoint<'rejectVideoChannelCollaborator'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}/reject',
  'nothing',
)
