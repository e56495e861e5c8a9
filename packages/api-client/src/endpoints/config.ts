// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const delCustomConfig = endpoint<'delCustomConfig'>('DELETE', '/api/v1/config/custom', 'json')
export const deleteConfigInstanceAvatar = endpoint<'deleteConfigInstanceAvatar'>(
  'DELETE',
  '/api/v1/config/instance-avatar',
  'nothing',
)
export const deleteConfigInstanceBanner = endpoint<'deleteConfigInstanceBanner'>(
  'DELETE',
  '/api/v1/config/instance-banner',
  'nothing',
)
export const deleteConfigInstanceLogoByLogoType = endpoint<'deleteConfigInstanceLogoByLogoType'>(
  'DELETE',
  '/api/v1/config/instance-logo/{logoType}',
  'nothing',
)
export const getAbout = endpoint<'getAbout'>('GET', '/api/v1/config/about', 'json')
export const getConfig = endpoint<'getConfig'>('GET', '/api/v1/config', 'json')
export const getCustomConfig = endpoint<'getCustomConfig'>('GET', '/api/v1/config/custom', 'json')
export const postConfigInstanceAvatarPick = endpoint<'postConfigInstanceAvatarPick'>(
  'POST',
  '/api/v1/config/instance-avatar/pick',
  'nothing',
  'form',
)
export const postConfigInstanceBannerPick = endpoint<'postConfigInstanceBannerPick'>(
  'POST',
  '/api/v1/config/instance-banner/pick',
  'nothing',
  'form',
)
export const postConfigInstanceLogoByLogoTypePick = endpoint<'postConfigInstanceLogoByLogoTypePick'>(
  'POST',
  '/api/v1/config/instance-logo/{logoType}/pick',
  'nothing',
  'form',
)
export const putCustomConfig = endpoint<'putCustomConfig'>('PUT', '/api/v1/config/custom', 'json', 'json')
