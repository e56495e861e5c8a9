import { z } from 'zod'
import {
  videoName,
  videoAttributes,
  viewAttributes,
  resumableInitBody,
  resumableInitHeaders,
  chunkHeaders,
  uploadId,
  videoPasswordHeader,
  lastModified,
} from '../fields.ts'
import { boolean, handle, id, integer, object, text, videoReference } from '../lenient.ts'
import { limits, fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, countableList } from '../pagination.ts'
import { VideosOverview } from '../schemas/video-extras.ts'
import { Storyboard, VideoSource, VideoTokenResponse } from '../schemas/video-files.ts'
import { Video, VideoDetails, VideoUploadResponse } from '../schemas/videos.ts'
import { videoFilters, videoSorts } from '../video-filters.ts'

export const requestVideoToken = operation({
  id: 'requestVideoToken',
  method: 'POST',
  path: '/api/v1/videos/{id}/token',
  tag: 'Video',
  summary: 'Short-lived token for video files',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: VideoTokenResponse,
  in70: true,
})

export const getVideos = operation({
  id: 'getVideos',
  method: 'GET',
  path: '/api/v1/videos',
  tag: 'Video',
  summary: 'Page through videos',
  auth: 'optional',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(videoSorts, '-publishedAt'), ...videoFilters() }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const getCategories = operation({
  id: 'getCategories',
  method: 'GET',
  path: '/api/v1/videos/categories',
  tag: 'Video',
  summary: 'Map of category ids',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: () => z.record(z.string(), z.string()),
  in70: true,
})

export const getLicences = operation({
  id: 'getLicences',
  method: 'GET',
  path: '/api/v1/videos/licences',
  tag: 'Video',
  summary: 'Map of licence ids',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: () => z.record(z.string(), z.string()),
  in70: true,
})

export const getLanguages = operation({
  id: 'getLanguages',
  method: 'GET',
  path: '/api/v1/videos/languages',
  tag: 'Video',
  summary: 'Map of language codes',
  auth: 'none',
  rateLimit: 'api',
  query: () => object({ scope: z.literal('subtitle').optional() }),
  success: 200,
  response: () => z.record(z.string(), z.string()),
  in70: true,
})

export const getVideoPrivacyPolicies = operation({
  id: 'getVideoPrivacyPolicies',
  method: 'GET',
  path: '/api/v1/videos/privacies',
  tag: 'Video',
  summary: 'Map of video privacy ids',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: () => z.record(z.string(), z.string()),
  in70: true,
})

export const getVideo = operation({
  id: 'getVideo',
  method: 'GET',
  path: '/api/v1/videos/{id}',
  tag: 'Video',
  summary: 'Full description of one video',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: VideoDetails,
  in70: true,
})

export const putVideo = operation({
  id: 'putVideo',
  method: 'PUT',
  path: '/api/v1/videos/{id}',
  tag: 'Video',
  summary: 'Edit video metadata',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...videoAttributes(), name: videoName().optional(), channelId: id().optional() }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: {
    thumbnailfile: { required: false, ...fileRules.videoImage },
    previewfile: { required: false, ...fileRules.videoImage },
  },
  success: 204,
  in70: true,
})

export const delVideo = operation({
  id: 'delVideo',
  method: 'DELETE',
  path: '/api/v1/videos/{id}',
  tag: 'Video',
  summary: 'Delete a video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 204,
  in70: true,
})

export const addView = operation({
  id: 'addView',
  method: 'POST',
  path: '/api/v1/videos/{id}/views',
  tag: 'Video',
  summary: 'Report playback progress',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...viewAttributes() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const uploadLegacy = operation({
  id: 'uploadLegacy',
  method: 'POST',
  path: '/api/v1/videos/upload',
  tag: 'Video',
  summary: 'One-request video upload',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({ ...videoAttributes(), name: videoName(), channelId: id(), generateTranscription: boolean().optional() }),
  bodyTypes: ['multipart/form-data'],
  files: {
    thumbnailfile: { required: false, ...fileRules.videoImage },
    previewfile: { required: false, ...fileRules.videoImage },
    videofile: { required: true },
  },
  success: 200,
  response: VideoUploadResponse,
  in70: true,
})

export const uploadResumableInit = operation({
  id: 'uploadResumableInit',
  method: 'POST',
  path: '/api/v1/videos/upload-resumable',
  tag: 'Video',
  summary: 'Open a chunked video upload',
  auth: 'user',
  rateLimit: 'api',
  headers: () => object({ ...resumableInitHeaders() }),
  body: () =>
    object({
      ...videoAttributes(),
      name: videoName(),
      channelId: id(),
      generateTranscription: boolean().optional(),
      filename: text(limits.sourceFilename),
      originalName: text().optional(),
      lastModified: lastModified(),
    }),
  bodyTypes: ['application/json', 'multipart/form-data'],
  files: {
    thumbnailfile: { required: false, ...fileRules.videoImage },
    previewfile: { required: false, ...fileRules.videoImage },
  },
  success: 201,
  in70: true,
})

export const uploadResumable = operation({
  id: 'uploadResumable',
  method: 'PUT',
  path: '/api/v1/videos/upload-resumable',
  tag: 'Video',
  summary: 'Send a video upload chunk',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...uploadId() }),
  headers: () => object({ ...chunkHeaders() }),
  bodyTypes: ['application/octet-stream'],
  success: 200,
  response: VideoUploadResponse,
  in70: true,
})

export const uploadResumableCancel = operation({
  id: 'uploadResumableCancel',
  method: 'DELETE',
  path: '/api/v1/videos/upload-resumable',
  tag: 'Video',
  summary: 'Abort a chunked video upload',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...uploadId() }),
  success: 204,
  in70: true,
})

export const getVideoSource = operation({
  id: 'getVideoSource',
  method: 'GET',
  path: '/api/v1/videos/{id}/source',
  tag: 'Video',
  summary: 'Metadata of the original upload',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: VideoSource,
  in70: true,
})

export const deleteVideoSourceFile = operation({
  id: 'deleteVideoSourceFile',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/source/file',
  tag: 'Video',
  summary: 'Discard the kept original file',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 204,
  in70: true,
})

export const replaceVideoSourceResumableInit = operation({
  id: 'replaceVideoSourceResumableInit',
  method: 'POST',
  path: '/api/v1/videos/{id}/source/replace-resumable',
  tag: 'Video',
  summary: 'Open a replacement file upload',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...resumableInitHeaders() }),
  body: () => object({ ...resumableInitBody() }),
  bodyTypes: ['application/json'],
  success: 201,
  in70: true,
})

export const replaceVideoSourceResumable = operation({
  id: 'replaceVideoSourceResumable',
  method: 'PUT',
  path: '/api/v1/videos/{id}/source/replace-resumable',
  tag: 'Video',
  summary: 'Send a replacement file chunk',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ ...uploadId() }),
  headers: () => object({ ...chunkHeaders() }),
  bodyTypes: ['application/octet-stream'],
  success: 200,
  response: VideoSource,
  in70: true,
})

export const replaceVideoSourceResumableCancel = operation({
  id: 'replaceVideoSourceResumableCancel',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/source/replace-resumable',
  tag: 'Video',
  summary: 'Abort a replacement file upload',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ ...uploadId() }),
  success: 204,
  in70: true,
})

export const listVideoStoryboards = operation({
  id: 'listVideoStoryboards',
  method: 'GET',
  path: '/api/v1/videos/{id}/storyboards',
  tag: 'Video',
  summary: 'Preview sprite sheets of a video',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: () => z.strictObject({ storyboards: z.array(Storyboard()) }),
  in70: true,
})

export const getVideoChannelVideos = operation({
  id: 'getVideoChannelVideos',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/videos',
  tag: 'Video',
  summary: 'Page through channel videos',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () => object({ ...sortedPage(videoSorts, '-publishedAt'), ...videoFilters() }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const putVideosByIdViews = operation({
  id: 'putVideosByIdViews',
  method: 'PUT',
  path: '/api/v1/videos/{id}/views',
  tag: 'Video',
  summary: 'Report playback progress (legacy verb)',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...viewAttributes() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const putVideosByIdWatching = operation({
  id: 'putVideosByIdWatching',
  method: 'PUT',
  path: '/api/v1/videos/{id}/watching',
  tag: 'Video',
  summary: 'Deprecated alias of playback report',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...viewAttributes() }),
  bodyTypes: ['application/json'],
  success: 204,
  deprecated: true,
  in70: true,
})

export const postVideosByIdWatching = operation({
  id: 'postVideosByIdWatching',
  method: 'POST',
  path: '/api/v1/videos/{id}/watching',
  tag: 'Video',
  summary: 'Deprecated alias of playback report',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...viewAttributes() }),
  bodyTypes: ['application/json'],
  success: 204,
  deprecated: true,
  in70: false,
})

export const getVideosByIdDescription = operation({
  id: 'getVideosByIdDescription',
  method: 'GET',
  path: '/api/v1/videos/{id}/description',
  tag: 'Video',
  summary: 'Full text of the description',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: () => z.strictObject({ description: z.string().nullable() }),
  in70: true,
})

export const getOverviewsVideos = operation({
  id: 'getOverviewsVideos',
  method: 'GET',
  path: '/api/v1/overviews/videos',
  tag: 'Video',
  summary: 'Sampled videos by category, channel, tag',
  auth: 'optional',
  rateLimit: 'api',
  query: () => object({ page: integer(limits.overviewPage).default(1) }),
  success: 200,
  response: VideosOverview,
  in70: false,
})
