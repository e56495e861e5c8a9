// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getSyndicatedComments = endpoint<'getSyndicatedComments'>('GET', '/feeds/video-comments.{format}', 'raw')
export const getSyndicatedSubscriptionVideos = endpoint<'getSyndicatedSubscriptionVideos'>(
  'GET',
  '/feeds/subscriptions.{format}',
  'raw',
)
export const getSyndicatedVideos = endpoint<'getSyndicatedVideos'>('GET', '/feeds/videos.{format}', 'raw')
export const getVideosPodcastFeed = endpoint<'getVideosPodcastFeed'>('GET', '/feeds/podcast/videos.xml', 'raw')
