import { z } from 'zod'
import { logoTypes } from '../enums.ts'
import { fileRules } from '../limits.ts'
import { object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { customConfigBody } from '../custom-config-body.ts'
import { ServerConfig, ServerConfigAbout } from '../schemas/server-config.ts'
import { ServerConfigCustom } from '../schemas/server-config-custom.ts'

export const getConfig = operation({
  id: 'getConfig',
  method: 'GET',
  path: '/api/v1/config',
  tag: 'Config',
  summary: 'Public server capabilities and settings',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: ServerConfig,
  in70: true,
})

export const getAbout = operation({
  id: 'getAbout',
  method: 'GET',
  path: '/api/v1/config/about',
  tag: 'Config',
  summary: 'Texts describing the platform',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: ServerConfigAbout,
  in70: true,
})

export const getCustomConfig = operation({
  id: 'getCustomConfig',
  method: 'GET',
  path: '/api/v1/config/custom',
  tag: 'Config',
  summary: 'Read editable runtime settings',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  success: 200,
  response: ServerConfigCustom,
  in70: true,
})

export const putCustomConfig = operation({
  id: 'putCustomConfig',
  method: 'PUT',
  path: '/api/v1/config/custom',
  tag: 'Config',
  summary: 'Overwrite editable runtime settings',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  body: customConfigBody,
  bodyTypes: ['application/json'],
  success: 200,
  response: ServerConfigCustom,
  in70: true,
})

export const delCustomConfig = operation({
  id: 'delCustomConfig',
  method: 'DELETE',
  path: '/api/v1/config/custom',
  tag: 'Config',
  summary: 'Drop runtime settings, back to files',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  success: 200,
  response: ServerConfigCustom,
  in70: true,
})

export const postConfigInstanceBannerPick = operation({
  id: 'postConfigInstanceBannerPick',
  method: 'POST',
  path: '/api/v1/config/instance-banner/pick',
  tag: 'Config',
  summary: 'Upload platform banner',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  bodyTypes: ['multipart/form-data'],
  files: { bannerfile: { required: true, ...fileRules.actorImage } },
  success: 204,
  in70: true,
})

export const deleteConfigInstanceBanner = operation({
  id: 'deleteConfigInstanceBanner',
  method: 'DELETE',
  path: '/api/v1/config/instance-banner',
  tag: 'Config',
  summary: 'Remove platform banner',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const postConfigInstanceAvatarPick = operation({
  id: 'postConfigInstanceAvatarPick',
  method: 'POST',
  path: '/api/v1/config/instance-avatar/pick',
  tag: 'Config',
  summary: 'Upload platform avatar',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  bodyTypes: ['multipart/form-data'],
  files: { avatarfile: { required: true, ...fileRules.actorImage } },
  success: 204,
  in70: true,
})

export const deleteConfigInstanceAvatar = operation({
  id: 'deleteConfigInstanceAvatar',
  method: 'DELETE',
  path: '/api/v1/config/instance-avatar',
  tag: 'Config',
  summary: 'Remove platform avatar',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const postConfigInstanceLogoByLogoTypePick = operation({
  id: 'postConfigInstanceLogoByLogoTypePick',
  method: 'POST',
  path: '/api/v1/config/instance-logo/{logoType}/pick',
  tag: 'Config',
  summary: 'Upload a logo variant',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  params: () => object({ logoType: z.enum(logoTypes) }),
  bodyTypes: ['multipart/form-data'],
  files: { logofile: { required: true, ...fileRules.instanceLogo } },
  success: 204,
  in70: false,
})

export const deleteConfigInstanceLogoByLogoType = operation({
  id: 'deleteConfigInstanceLogoByLogoType',
  method: 'DELETE',
  path: '/api/v1/config/instance-logo/{logoType}',
  tag: 'Config',
  summary: 'Remove a logo variant',
  auth: 'user',
  right: 'MANAGE_CONFIGURATION',
  rateLimit: 'api',
  params: () => object({ logoType: z.enum(logoTypes) }),
  success: 204,
  in70: false,
})
