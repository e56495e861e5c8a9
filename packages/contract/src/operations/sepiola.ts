/** Operations that PeerTube does not have. */
import { object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { resultList } from '../pagination.ts'
import { VideoChannelInvitation } from '../schemas/ownership.ts'
import { JobsSummary } from '../schemas/server.ts'
import { SettingSources } from '../schemas/setting-sources.ts'
import { TranscodingProgress } from '../schemas/transcoding-progress.ts'
import { VideoTranscription } from '../schemas/video-transcription.ts'

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

export const getVideoTranscription = operation({
  id: 'getVideoTranscription',
  method: 'GET',
  path: '/api/v1/videos/{id}/transcription',
  tag: 'Sepiola',
  summary: 'How far the making of captions of a video is, and why it failed',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: VideoTranscription,
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

export const getJobsSummary = operation({
  id: 'getJobsSummary',
  method: 'GET',
  path: '/api/v1/jobs/summary',
  tag: 'Sepiola',
  summary: 'How many background jobs of each type and state there are, and whether they are paused',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  success: 200,
  response: JobsSummary,
  in70: false,
})

export const retryJob = operation({
  id: 'retryJob',
  method: 'POST',
  path: '/api/v1/jobs/{jobId}/retry',
  tag: 'Sepiola',
  summary: 'Run a failed background job again, or one that waits for its next try at once',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  params: () => object({ jobId: text() }),
  success: 204,
  in70: false,
})

export const discardJob = operation({
  id: 'discardJob',
  method: 'POST',
  path: '/api/v1/jobs/{jobId}/discard',
  tag: 'Sepiola',
  summary: 'Drop a background job that waits or has failed',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  params: () => object({ jobId: text() }),
  success: 204,
  in70: false,
})
