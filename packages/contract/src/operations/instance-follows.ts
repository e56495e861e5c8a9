import { z } from 'zod'
import { followStates, actorTypes } from '../enums.ts'
import { arrayOf, handleWithHost, host, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { Follow } from '../schemas/actors.ts'

export const getServerFollowers = operation({
  id: 'getServerFollowers',
  method: 'GET',
  path: '/api/v1/server/followers',
  tag: 'Instance Follows',
  summary: 'Page through followers of this server',
  auth: 'none',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt', 'state', 'score'], '-createdAt'),
      state: z.enum(followStates).optional(),
      actorType: z.enum(actorTypes).optional(),
      search: z.string().optional(),
    }),
  success: 200,
  response: resultList(Follow),
  in70: true,
})

export const deleteServerFollowersByHandle = operation({
  id: 'deleteServerFollowersByHandle',
  method: 'DELETE',
  path: '/api/v1/server/followers/{handle}',
  tag: 'Instance Follows',
  summary: 'Drop a follower of this server',
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  params: () => object({ handle: handleWithHost() }),
  success: 204,
  in70: true,
})

export const postServerFollowersByHandleReject = operation({
  id: 'postServerFollowersByHandleReject',
  method: 'POST',
  path: '/api/v1/server/followers/{handle}/reject',
  tag: 'Instance Follows',
  summary: 'Refuse a follower',
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  params: () => object({ handle: handleWithHost() }),
  success: 204,
  in70: true,
})

export const postServerFollowersByHandleAccept = operation({
  id: 'postServerFollowersByHandleAccept',
  method: 'POST',
  path: '/api/v1/server/followers/{handle}/accept',
  tag: 'Instance Follows',
  summary: 'Approve a waiting follower',
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  params: () => object({ handle: handleWithHost() }),
  success: 204,
  in70: true,
})

export const getServerFollowing = operation({
  id: 'getServerFollowing',
  method: 'GET',
  path: '/api/v1/server/following',
  tag: 'Instance Follows',
  summary: 'Page through actors this server follows',
  auth: 'none',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt', 'redundancyAllowed', 'state'], '-createdAt'),
      state: z.enum(followStates).optional(),
      actorType: z.enum(actorTypes).optional(),
      search: z.string().optional(),
    }),
  success: 200,
  response: resultList(Follow),
  in70: true,
})

export const postServerFollowing = operation({
  id: 'postServerFollowing',
  method: 'POST',
  path: '/api/v1/server/following',
  tag: 'Instance Follows',
  summary: 'Follow hosts or actor handles',
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  body: () => object({ hosts: arrayOf(host(), { max: 100 }), handles: arrayOf(handleWithHost(), { max: 100 }) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteServerFollowingByHostOrHandle = operation({
  id: 'deleteServerFollowingByHostOrHandle',
  method: 'DELETE',
  path: '/api/v1/server/following/{hostOrHandle}',
  tag: 'Instance Follows',
  summary: 'Stop following a host or actor',
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  params: () => object({ hostOrHandle: text() }),
  success: 204,
  in70: true,
})
