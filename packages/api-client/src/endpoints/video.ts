// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addView = endpoint<'addView'>('POST', '/api/v1/videos/{id}/views', 'nothing', 'json')
export const delVideo = endpoint<'delVideo'>('DELETE', '/api/v1/videos/{id}', 'nothing')
export const deleteVideoSourceFile = endpoint<'deleteVideoSourceFile'>(
  'DELETE',
  '/api/v1/videos/{id}/source/file',
  'nothing',
)
export const getCategories = endpoint<'getCategories'>('GET', '/api/v1/videos/categories', 'json')
export const getLanguages = endpoint<'getLanguages'>('GET', '/api/v1/videos/languages', 'json')
export const getLicences = endpoint<'getLicences'>('GET', '/api/v1/videos/licences', 'json')
export const getOverviewsVideos = endpoint<'getOverviewsVideos'>('GET', '/api/v1/overviews/videos', 'json')
export const getVideo = endpoint<'getVideo'>('GET', '/api/v1/videos/{id}', 'json')
export const getVideoChannelVideos = endpoint<'getVideoChannelVideos'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/videos',
  'json',
)
export const getVideoPrivacyPolicies = endpoint<'getVideoPrivacyPolicies'>('GET', '/api/v1/videos/privacies', 'json')
export const getVideoSource = endpoint<'getVideoSource'>('GET', '/api/v1/videos/{id}/source', 'json')
export const getVideos = endpoint<'getVideos'>('GET', '/api/v1/videos', 'json')
export const getVideosByIdDescription = endpoint<'getVideosByIdDescription'>(
  'GET',
  '/api/v1/videos/{id}/description',
  'json',
)
export const listVideoStoryboards = endpoint<'listVideoStoryboards'>('GET', '/api/v1/videos/{id}/storyboards', 'json')
export const postVideosByIdWatching = endpoint<'postVideosByIdWatching'>(
  'POST',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
export const putVideo = endpoint<'putVideo'>('PUT', '/api/v1/videos/{id}', 'nothing', 'form-or-json')
export const putVideosByIdViews = endpoint<'putVideosByIdViews'>('PUT', '/api/v1/videos/{id}/views', 'nothing', 'json')
export const putVideosByIdWatching = endpoint<'putVideosByIdWatching'>(
  'PUT',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
export const replaceVideoSourceResumable = endpoint<'replaceVideoSourceResumable'>(
  'PUT',
  '/api/v1/videos/{id}/source/replace-resumable',
  'nothing',
  'binary',
)
export const replaceVideoSourceResumableCancel = endpoint<'replaceVideoSourceResumableCancel'>(
  'DELETE',
  '/api/v1/videos/{id}/source/replace-resumable',
  'nothing',
)
export const replaceVideoSourceResumableInit = endpoint<'replaceVideoSourceResumableInit'>(
  'POST',
  '/api/v1/videos/{id}/source/replace-resumable',
  'raw',
  'json',
)
export const requestVideoToken = endpoint<'requestVideoToken'>('POST', '/api/v1/videos/{id}/token', 'json')
export const uploadLegacy = endpoint<'uploadLegacy'>('POST', '/api/v1/videos/upload', 'json', 'form')
export const uploadResumable = endpoint<'uploadResumable'>('PUT', '/api/v1/videos/upload-resumable', 'json', 'binary')
export const uploadResumableCancel = endpoint<'uploadResumableCancel'>(
  'DELETE',
  '/api/v1/videos/upload-resumable',
  'nothing',
)
export const uploadResumableInit = endpoint<'uploadResumableInit'>(
  'POST',
  '/api/v1/videos/upload-resumable',
  'raw',
  'form-or-json',
)
