// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getLazyStaticAvatarsByFilename = endpoint<'getLazyStaticAvatarsByFilename'>(
  'GET',
  '/lazy-static/avatars/{filename}',
  'raw',
)
export const getLazyStaticBannersByFilename = endpoint<'getLazyStaticBannersByFilename'>(
  'GET',
  '/lazy-static/banners/{filename}',
  'raw',
)
export const getLazyStaticPreviewsByFilename = endpoint<'getLazyStaticPreviewsByFilename'>(
  'GET',
  '/lazy-static/previews/{filename}',
  'raw',
)
export const getLazyStaticStoryboardsByFilename = endpoint<'getLazyStaticStoryboardsByFilename'>(
  'GET',
  '/lazy-static/storyboards/{filename}',
  'raw',
)
export const getLazyStaticThumbnailsByFilename = endpoint<'getLazyStaticThumbnailsByFilename'>(
  'GET',
  '/lazy-static/thumbnails/{filename}',
  'raw',
)
export const getLazyStaticTorrentsByFilename = endpoint<'getLazyStaticTorrentsByFilename'>(
  'GET',
  '/lazy-static/torrents/{filename}',
  'raw',
)
export const getLazyStaticVideoCaptionsByFilename = endpoint<'getLazyStaticVideoCaptionsByFilename'>(
  'GET',
  '/lazy-static/video-captions/{filename}',
  'raw',
)
