import { z } from 'zod'
import { feedFormats } from '../enums.ts'
import { integer, object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortBy } from '../pagination.ts'
import { videoFilters, videoSorts } from '../video-filters.ts'

export const getSyndicatedComments = operation({
  id: 'getSyndicatedComments',
  method: 'GET',
  path: '/feeds/video-comments.{format}',
  tag: 'Video Feeds',
  summary: 'Syndicate recent comments',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'feeds',
  params: () => object({ format: z.enum(feedFormats) }),
  query: () =>
    object({
      videoId: videoReference().optional(),
      accountId: integer().optional(),
      accountName: text().optional(),
      videoChannelId: integer().optional(),
      videoChannelName: text().optional(),
      format: z.enum(feedFormats).optional(),
    }),
  success: 200,
  in70: true,
})

export const getSyndicatedVideos = operation({
  id: 'getSyndicatedVideos',
  method: 'GET',
  path: '/feeds/videos.{format}',
  tag: 'Video Feeds',
  summary: 'Syndicate recent videos',
  auth: 'none',
  rateLimit: 'feeds',
  params: () => object({ format: z.enum(feedFormats) }),
  query: () =>
    object({
      sort: sortBy(videoSorts, '-originallyPublishedAt'),
      ...videoFilters(),
      accountId: integer().optional(),
      accountName: text().optional(),
      videoChannelId: integer().optional(),
      videoChannelName: text().optional(),
      format: z.enum(feedFormats).optional(),
    }),
  success: 200,
  in70: true,
})

export const getSyndicatedSubscriptionVideos = operation({
  id: 'getSyndicatedSubscriptionVideos',
  method: 'GET',
  path: '/feeds/subscriptions.{format}',
  tag: 'Video Feeds',
  summary: "Syndicate videos of a user's subscriptions",
  auth: 'none',
  rateLimit: 'feeds',
  params: () => object({ format: z.enum(feedFormats) }),
  query: () =>
    object({
      sort: sortBy(videoSorts, '-publishedAt'),
      ...videoFilters(),
      accountId: integer(),
      token: text(),
      format: z.enum(feedFormats).optional(),
    }),
  success: 200,
  in70: true,
})

export const getVideosPodcastFeed = operation({
  id: 'getVideosPodcastFeed',
  method: 'GET',
  path: '/feeds/podcast/videos.xml',
  tag: 'Video Feeds',
  summary: 'Podcast RSS of a channel or playlist',
  auth: 'none',
  rateLimit: 'feeds',
  query: () =>
    object({
      videoChannelId: integer().optional(),
      playlistId: videoReference().optional(),
      enclosurePreference: z.enum(['video', 'audio', 'm3u8']).optional(),
    }),
  success: 200,
  in70: true,
})
