import { z } from 'zod'
import { timestamp, abuseReasons, created } from '../fields.ts'
import { id, integer, numberOf, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { Abuse, AbuseMessage } from '../schemas/moderation.ts'

export const getMyAbuses = operation({
  id: 'getMyAbuses',
  method: 'GET',
  path: '/api/v1/users/me/abuses',
  tag: 'Abuses',
  summary: 'Reports filed by caller',
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'createdAt', 'state'], '-createdAt'),
      id: integer().optional(),
      state: numberOf([1, 2, 3]).optional(),
      search: text().optional(),
    }),
  success: 200,
  response: resultList(Abuse),
  in70: true,
})

export const getAbuses = operation({
  id: 'getAbuses',
  method: 'GET',
  path: '/api/v1/abuses',
  tag: 'Abuses',
  summary: 'Page through reports for moderation',
  auth: 'user',
  right: 'MANAGE_ABUSES',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'createdAt', 'state'], '-createdAt'),
      id: integer().optional(),
      predefinedReason: abuseReasons().optional(),
      search: text().optional(),
      state: numberOf([1, 2, 3]).optional(),
      searchReporter: text().optional(),
      searchReportee: text().optional(),
      searchVideo: text().optional(),
      searchVideoChannel: text().optional(),
      videoIs: z.enum(['deleted', 'blacklisted']).optional(),
      filter: z.enum(['video', 'comment', 'account']).optional(),
    }),
  success: 200,
  response: resultList(Abuse),
  in70: true,
})

export const postAbuses = operation({
  id: 'postAbuses',
  method: 'POST',
  path: '/api/v1/abuses',
  tag: 'Abuses',
  summary: 'Report a video, comment or account',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      reason: text(limits.abuseReason),
      predefinedReasons: abuseReasons().optional(),
      video: object({ id: videoReference(), startAt: timestamp(), endAt: timestamp() }).optional(),
      comment: object({ id: id() }).optional(),
      account: object({ id: id() }).optional(),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('abuse'),
  in70: true,
})

export const putAbusesByAbuseId = operation({
  id: 'putAbusesByAbuseId',
  method: 'PUT',
  path: '/api/v1/abuses/{abuseId}',
  tag: 'Abuses',
  summary: 'Set report state or moderator note',
  auth: 'user',
  right: 'MANAGE_ABUSES',
  rateLimit: 'api',
  params: () => object({ abuseId: id() }),
  body: () =>
    object({
      state: numberOf([1, 2, 3]).optional(),
      moderationComment: text(limits.moderationNote).optional(),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteAbusesByAbuseId = operation({
  id: 'deleteAbusesByAbuseId',
  method: 'DELETE',
  path: '/api/v1/abuses/{abuseId}',
  tag: 'Abuses',
  summary: 'Delete a report',
  auth: 'user',
  right: 'MANAGE_ABUSES',
  rateLimit: 'api',
  params: () => object({ abuseId: id() }),
  success: 204,
  in70: true,
})

export const getAbusesByAbuseIdMessages = operation({
  id: 'getAbusesByAbuseIdMessages',
  method: 'GET',
  path: '/api/v1/abuses/{abuseId}/messages',
  tag: 'Abuses',
  summary: 'Discussion of a report',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ abuseId: id() }),
  success: 200,
  response: resultList(AbuseMessage),
  in70: true,
})

export const postAbusesByAbuseIdMessages = operation({
  id: 'postAbusesByAbuseIdMessages',
  method: 'POST',
  path: '/api/v1/abuses/{abuseId}/messages',
  tag: 'Abuses',
  summary: 'Post in a report discussion',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ abuseId: id() }),
  body: () => object({ message: text(limits.abuseMessage) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('abuseMessage'),
  in70: true,
})

export const deleteAbusesByAbuseIdMessagesByAbuseMessageId = operation({
  id: 'deleteAbusesByAbuseIdMessagesByAbuseMessageId',
  method: 'DELETE',
  path: '/api/v1/abuses/{abuseId}/messages/{abuseMessageId}',
  tag: 'Abuses',
  summary: 'Remove a report discussion message',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ abuseId: id(), abuseMessageId: id() }),
  success: 204,
  in70: true,
})
