import { z } from 'zod'
import { arrayOf, host, numberOf, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { VideoEmbedPrivacy, VideoEmbedPrivacyAllowed } from '../schemas/video-extras.ts'

export const getVideoEmbedPrivacy = operation({
  id: 'getVideoEmbedPrivacy',
  method: 'GET',
  path: '/api/v1/videos/{id}/embed-privacy',
  tag: 'Video Embed Privacy',
  summary: 'Embedding policy of a video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: VideoEmbedPrivacy,
  in70: false,
})

export const updateVideoEmbedPrivacy = operation({
  id: 'updateVideoEmbedPrivacy',
  method: 'PUT',
  path: '/api/v1/videos/{id}/embed-privacy',
  tag: 'Video Embed Privacy',
  summary: 'Set embedding policy',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ policy: numberOf([1, 2]), domains: arrayOf(z.string().trim().pipe(host())) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const isVideoEmbedOnDomainAllowed = operation({
  id: 'isVideoEmbedOnDomainAllowed',
  method: 'GET',
  path: '/api/v1/videos/{id}/embed-privacy/allowed',
  tag: 'Video Embed Privacy',
  summary: 'Can this domain embed the video',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ domain: host() }),
  success: 200,
  response: VideoEmbedPrivacyAllowed,
  in70: false,
})
