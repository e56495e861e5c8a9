import type {
  Actor,
  Caption,
  Channel,
  Chapter,
  List,
  ListedVideo,
  Me,
  Storyboard,
  TranscodingProgress,
  WatchedVideo,
} from './types.ts'

export interface Operation<Result> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Only for the type. */
  result?: Result
}

const get = <Result>(path: string): Operation<Result> => ({ method: 'GET', path: `/api/v1${path}` })
const post = <Result>(path: string): Operation<Result> => ({ method: 'POST', path: `/api/v1${path}` })

export const getVideos = get<List<ListedVideo>>('/videos')
export const getVideo = get<WatchedVideo>('/videos/{id}')
export const putVideo: Operation<void> = { method: 'PUT', path: '/api/v1/videos/{id}' }
export const delVideo: Operation<void> = { method: 'DELETE', path: '/api/v1/videos/{id}' }
export const addView = post<void>('/videos/{id}/views')
export const requestVideoToken = post<{ files: { token: string; expires: string } }>('/videos/{id}/token')
export const listVideoStoryboards = get<{ storyboards: Storyboard[] }>('/videos/{id}/storyboards')
export const getVideoCaptions = get<List<Caption>>('/videos/{id}/captions')
export const getVideoChapters = get<{ chapters: Chapter[] }>('/videos/{id}/chapters')
export const getTranscodingProgress = get<TranscodingProgress>('/videos/{id}/transcoding-progress')
export const getCategories = get<Record<string, string>>('/videos/categories')
export const getLicences = get<Record<string, string>>('/videos/licences')
export const getLanguages = get<Record<string, string>>('/videos/languages')
export const searchVideos = get<List<ListedVideo>>('/search/videos')
export const getAccount = get<Actor>('/accounts/{name}')
export const getAccountVideos = get<List<ListedVideo>>('/accounts/{name}/videos')
export const getAccountChannels = get<List<Channel>>('/accounts/{name}/video-channels')
export const getVideoChannel = get<Channel>('/video-channels/{channelHandle}')
export const getVideoChannelVideos = get<List<ListedVideo>>('/video-channels/{channelHandle}/videos')
export const getAbout = get<{ instance: { name: string; description: string; terms: string; shortDescription: string } }>(
  '/config/about',
)
export const getUserInfo = get<Me>('/users/me')
export const getMyVideos = get<List<ListedVideo>>('/users/me/videos')
export const getMyQuotaUsed = get<{ videoQuotaUsed: number; videoQuotaUsedDaily: number }>('/users/me/video-quota-used')
export const getOAuthClient = get<{ client_id: string; client_secret: string }>('/oauth-clients/local')
export const getOAuthToken = post<TokenPair>('/users/token')
export const revokeOAuthToken = post<{ redirectUrl?: string }>('/users/revoke-token')

export interface TokenPair {
  token_type: string
  access_token: string
  refresh_token: string
  expires_in: number
  refresh_token_expires_in: number
}
