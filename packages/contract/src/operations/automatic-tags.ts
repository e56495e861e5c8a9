import { z } from 'zod'
import { handle, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { AutomaticTagAvailable, CommentAutoTagPolicies, VideoAutoTagPolicies } from '../schemas/moderation.ts'

export const getAutomaticTagsPoliciesAccountsByAccountNameComments = operation({
  id: 'getAutomaticTagsPoliciesAccountsByAccountNameComments',
  method: 'GET',
  path: '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
  tag: 'Automatic Tags',
  summary: 'Account rules holding tagged comments',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  success: 200,
  response: CommentAutoTagPolicies,
  in70: true,
})

export const putAutomaticTagsPoliciesAccountsByAccountNameComments = operation({
  id: 'putAutomaticTagsPoliciesAccountsByAccountNameComments',
  method: 'PUT',
  path: '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
  tag: 'Automatic Tags',
  summary: 'Set account rules for tagged comments',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  body: () => object({ review: z.array(z.string()) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getAutomaticTagsAccountsByAccountNameAvailable = operation({
  id: 'getAutomaticTagsAccountsByAccountNameAvailable',
  method: 'GET',
  path: '/api/v1/automatic-tags/accounts/{accountName}/available',
  tag: 'Automatic Tags',
  summary: 'Automatic tags usable by an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  success: 200,
  response: AutomaticTagAvailable,
  in70: true,
})

export const getAutomaticTagsServerAvailable = operation({
  id: 'getAutomaticTagsServerAvailable',
  method: 'GET',
  path: '/api/v1/automatic-tags/server/available',
  tag: 'Automatic Tags',
  summary: 'Automatic tags usable by the server',
  auth: 'user',
  right: 'MANAGE_INSTANCE_AUTO_TAGS',
  rateLimit: 'api',
  success: 200,
  response: AutomaticTagAvailable,
  in70: true,
})

export const getAutomaticTagsPoliciesServerVideos = operation({
  id: 'getAutomaticTagsPoliciesServerVideos',
  method: 'GET',
  path: '/api/v1/automatic-tags/policies/server/videos',
  tag: 'Automatic Tags',
  summary: 'Server rules blocking tagged videos',
  auth: 'user',
  right: 'MANAGE_INSTANCE_AUTO_TAGS',
  rateLimit: 'api',
  success: 200,
  response: VideoAutoTagPolicies,
  in70: false,
})

export const putAutomaticTagsPoliciesServerVideos = operation({
  id: 'putAutomaticTagsPoliciesServerVideos',
  method: 'PUT',
  path: '/api/v1/automatic-tags/policies/server/videos',
  tag: 'Automatic Tags',
  summary: 'Set server rules for tagged videos',
  auth: 'user',
  right: 'MANAGE_INSTANCE_AUTO_TAGS',
  rateLimit: 'api',
  body: () => object({ autoBlock: z.array(z.string()) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
