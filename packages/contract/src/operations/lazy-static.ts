import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getLazyStaticAvatarsByFilename = operation({
  id: 'getLazyStaticAvatarsByFilename',
  method: 'GET',
  path: '/lazy-static/avatars/{filename}',
  tag: 'Lazy static',
  summary: 'Actor avatar image',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticBannersByFilename = operation({
  id: 'getLazyStaticBannersByFilename',
  method: 'GET',
  path: '/lazy-static/banners/{filename}',
  tag: 'Lazy static',
  summary: 'Actor banner image',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticThumbnailsByFilename = operation({
  id: 'getLazyStaticThumbnailsByFilename',
  method: 'GET',
  path: '/lazy-static/thumbnails/{filename}',
  tag: 'Lazy static',
  summary: 'Video or playlist thumbnail',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticStoryboardsByFilename = operation({
  id: 'getLazyStaticStoryboardsByFilename',
  method: 'GET',
  path: '/lazy-static/storyboards/{filename}',
  tag: 'Lazy static',
  summary: 'Storyboard sprite sheet',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticVideoCaptionsByFilename = operation({
  id: 'getLazyStaticVideoCaptionsByFilename',
  method: 'GET',
  path: '/lazy-static/video-captions/{filename}',
  tag: 'Lazy static',
  summary: 'Subtitle file',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticTorrentsByFilename = operation({
  id: 'getLazyStaticTorrentsByFilename',
  method: 'GET',
  path: '/lazy-static/torrents/{filename}',
  tag: 'Lazy static',
  summary: 'Torrent file',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getLazyStaticPreviewsByFilename = operation({
  id: 'getLazyStaticPreviewsByFilename',
  method: 'GET',
  path: '/lazy-static/previews/{filename}',
  tag: 'Lazy static',
  summary: 'Deprecated alias of thumbnails',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  deprecated: true,
  in70: false,
})
