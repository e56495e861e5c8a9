// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteServerFollowersByHandle = endpoint<'deleteServerFollowersByHandle'>(
  'DELETE',
  '/api/v1/server/followers/{handle}',
  'nothing',
)
export const deleteServerFollowingByHostOrHandle = endpoint<'deleteServerFollowingByHostOrHandle'>(
  'DELETE',
  '/api/v1/server/following/{hostOrHandle}',
  'nothing',
)
export const getServerFollowers = endpoint<'getServerFollowers'>('GET', '/api/v1/server/followers', 'json')
export const getServerFollowing = endpoint<'getServerFollowing'>('GET', '/api/v1/server/following', 'json')
export const postServerFollowersByHandleAccept = endpoint<'postServerFollowersByHandleAccept'>(
  'POST',
  '/api/v1/server/followers/{handle}/accept',
  'nothing',
)
export const postServerFollowersByHandleReject = endpoint<'postServerFollowersByHandleReject'>(
  'POST',
  '/api/v1/server/followers/{handle}/reject',
  'nothing',
)
export const postServerFollowing = endpoint<'postServerFollowing'>(
  'POST',
  '/api/v1/server/following',
  'nothing',
  'json',
)
