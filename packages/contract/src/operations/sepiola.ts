/** Operations that PeerTube does not have. */
import { email, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { resultList } from '../pagination.ts'
import { VideoChannelInvitation } from '../schemas/ownership.ts'
import { SettingSources, TestMailSent } from '../schemas/setting-sources.ts'
import { TranscodingProgress } from '../schemas/transcoding-progress.ts'

export const getVideoTranscodingProgress = operation({
  id: 'getVideoTranscodingProgress',
  method: 'GET',
  path: '/api/v1/videos/{id}/transcoding-progress',
  tag: 'Sepiola',
  summary: 'How far the transcoding of a video is, per rendition',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: TranscodingProgress,
  in70: false,
})

export const listMyChannelInvitations = operation({
  id: 'listMyChannelInvitations',
  method: 'GET',
  path: '/api/v1/users/me/video-channel-invitations',
  tag: 'Sepiola',
  summary: 'Invitations to help with channels that wait for an answer',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: resultList(VideoChannelInvitation),
  in70: false,
})

export const getCustomConfigSources = operation({
  id: 'getCustomConfigSources',
  method: 'GET',
  path: '/api/v1/config/custom/sources',
  tag: 'Sepiola',
  summary: 'Which editable settings files and environment give, and what they say',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  success: 200,
  response: SettingSources,
  in70: false,
})

export const sendTestMail = operation({
  id: 'sendTestMail',
  method: 'POST',
  path: '/api/v1/server/test-mail',
  tag: 'Sepiola',
  summary: 'Send a mail now, to see whether the mail settings work',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  body: () => object({ to: email().optional() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 200,
  response: TestMailSent,
  in70: false,
})
