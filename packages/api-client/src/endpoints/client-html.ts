// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const get = endpoint<'get'>('GET', '/', 'raw')
export const getAByHandle = endpoint<'getAByHandle'>('GET', '/a/{handle}', 'raw')
export const getByHandle = endpoint<'getByHandle'>('GET', '/@{handle}', 'raw')
export const getCByHandle = endpoint<'getCByHandle'>('GET', '/c/{handle}', 'raw')
export const getClientAssetsImagesByOverridable = endpoint<'getClientAssetsImagesByOverridable'>(
  'GET',
  '/client/assets/images/{overridable}',
  'raw',
)
export const getClientByPath = endpoint<'getClientByPath'>('GET', '/client/{path}', 'raw')
export const getClientLocalesByLocaleByFileJson = endpoint<'getClientLocalesByLocaleByFileJson'>(
  'GET',
  '/client/locales/{locale}/{file}.json',
  'json',
)
export const getManifestWebmanifest = endpoint<'getManifestWebmanifest'>('GET', '/manifest.webmanifest', 'json')
export const getVideoPlaylistsEmbedById = endpoint<'getVideoPlaylistsEmbedById'>(
  'GET',
  '/video-playlists/embed/{id}',
  'raw',
)
export const getVideoPlaylistsTestEmbed = endpoint<'getVideoPlaylistsTestEmbed'>(
  'GET',
  '/video-playlists/test-embed',
  'raw',
)
export const getVideosEmbedById = endpoint<'getVideosEmbedById'>('GET', '/videos/embed/{id}', 'raw')
export const getVideosTestEmbed = endpoint<'getVideosTestEmbed'>('GET', '/videos/test-embed', 'raw')
export const getWById = endpoint<'getWById'>('GET', '/w/{id}', 'raw')
export const getWPById = endpoint<'getWPById'>('GET', '/w/p/{id}', 'raw')
