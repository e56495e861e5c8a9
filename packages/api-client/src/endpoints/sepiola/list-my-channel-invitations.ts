// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const listMyChannelInvitations = endpoint<'listMyChannelInvitations'>(
  'GET',
  '/api/v1/users/me/video-channel-invitations',
  'json',
)
