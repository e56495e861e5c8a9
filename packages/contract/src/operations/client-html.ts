import { z } from 'zod'
import { handle, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getManifestWebmanifest = operation({
  id: 'getManifestWebmanifest',
  method: 'GET',
  path: '/manifest.webmanifest',
  tag: 'Client HTML',
  summary: 'Web application manifest',
  auth: 'none',
  rateLimit: 'client',
  success: 200,
  response: () => z.record(z.string(), z.unknown()),
  in70: false,
})

export const get = operation({
  id: 'get',
  method: 'GET',
  path: '/',
  aliases: ['/{language}', '/(any other path)'],
  tag: 'Client HTML',
  summary: 'Client application shell',
  auth: 'none',
  rateLimit: 'client',
  success: 200,
  in70: false,
  variant: 'html',
})

export const getWById = operation({
  id: 'getWById',
  method: 'GET',
  path: '/w/{id}',
  aliases: ['/videos/watch/{id}'],
  tag: 'Client HTML',
  summary: 'Watch page with social metadata',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getWPById = operation({
  id: 'getWPById',
  method: 'GET',
  path: '/w/p/{id}',
  aliases: ['/videos/watch/playlist/{id}'],
  tag: 'Client HTML',
  summary: 'Playlist watch page with metadata',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getAByHandle = operation({
  id: 'getAByHandle',
  method: 'GET',
  path: '/a/{handle}',
  aliases: ['/accounts/{handle}'],
  tag: 'Client HTML',
  summary: 'Account page with metadata',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getCByHandle = operation({
  id: 'getCByHandle',
  method: 'GET',
  path: '/c/{handle}',
  aliases: ['/video-channels/{handle}'],
  tag: 'Client HTML',
  summary: 'Channel page with metadata',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getByHandle = operation({
  id: 'getByHandle',
  method: 'GET',
  path: '/@{handle}',
  tag: 'Client HTML',
  summary: 'Account or channel page by handle',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getVideosEmbedById = operation({
  id: 'getVideosEmbedById',
  method: 'GET',
  path: '/videos/embed/{id}',
  tag: 'Client HTML',
  summary: 'Video embed page',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getVideoPlaylistsEmbedById = operation({
  id: 'getVideoPlaylistsEmbedById',
  method: 'GET',
  path: '/video-playlists/embed/{id}',
  tag: 'Client HTML',
  summary: 'Playlist embed page',
  auth: 'none',
  rateLimit: 'client',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'html',
})

export const getVideosTestEmbed = operation({
  id: 'getVideosTestEmbed',
  method: 'GET',
  path: '/videos/test-embed',
  tag: 'Client HTML',
  summary: 'Embed playground page',
  auth: 'none',
  rateLimit: 'client',
  success: 200,
  in70: false,
  variant: 'html',
})

export const getVideoPlaylistsTestEmbed = operation({
  id: 'getVideoPlaylistsTestEmbed',
  method: 'GET',
  path: '/video-playlists/test-embed',
  tag: 'Client HTML',
  summary: 'Playlist embed playground page',
  auth: 'none',
  rateLimit: 'client',
  success: 200,
  in70: false,
  variant: 'html',
})

export const getClientByPath = operation({
  id: 'getClientByPath',
  method: 'GET',
  path: '/client/{path}',
  tag: 'Client HTML',
  summary: 'Client static assets',
  auth: 'none',
  rateLimit: false,
  params: () => object({ path: text() }),
  success: 200,
  in70: false,
})

export const getClientAssetsImagesByOverridable = operation({
  id: 'getClientAssetsImagesByOverridable',
  method: 'GET',
  path: '/client/assets/images/{overridable}',
  tag: 'Client HTML',
  summary: 'Overridable default images',
  auth: 'none',
  rateLimit: false,
  params: () => object({ overridable: text() }),
  success: 200,
  in70: false,
})

export const getClientLocalesByLocaleByFileJson = operation({
  id: 'getClientLocalesByLocaleByFileJson',
  method: 'GET',
  path: '/client/locales/{locale}/{file}.json',
  tag: 'Client HTML',
  summary: 'Interface translations',
  auth: 'none',
  rateLimit: false,
  params: () => object({ locale: text(), file: z.enum(['player', 'server']) }),
  success: 200,
  response: () => z.record(z.string(), z.unknown()),
  in70: false,
})
