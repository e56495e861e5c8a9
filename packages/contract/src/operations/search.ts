import { z } from 'zod'
import { arrayOf, dateTime, host, integer, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList, countableList } from '../pagination.ts'
import { VideoChannel } from '../schemas/actors.ts'
import { VideoPlaylist } from '../schemas/playlists.ts'
import { FoundVideo } from '../schemas/videos.ts'
import { videoFilters, videoSearchSorts } from '../video-filters.ts'

export const searchVideos = operation({
  id: 'searchVideos',
  method: 'GET',
  path: '/api/v1/search/videos',
  tag: 'Search',
  summary: 'Search videos',
  auth: 'optional',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(videoSearchSorts, '-match'),
      ...videoFilters(),
      search: text({ min: 1 }).optional(),
      uuids: arrayOf(videoReference(), limits.lookups).optional(),
      searchTarget: z.enum(['local', 'search-index']).optional(),
      startDate: dateTime().optional(),
      endDate: dateTime().optional(),
      originallyPublishedStartDate: dateTime().optional(),
      originallyPublishedEndDate: dateTime().optional(),
      durationMin: integer().optional(),
      durationMax: integer().optional(),
    }),
  success: 200,
  response: countableList(FoundVideo),
  in70: true,
})

export const searchChannels = operation({
  id: 'searchChannels',
  method: 'GET',
  path: '/api/v1/search/video-channels',
  tag: 'Search',
  summary: 'Search channels',
  auth: 'optional',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['match', 'displayName', 'createdAt'], '-match'),
      search: text({ min: 1 }).optional(),
      searchTarget: z.enum(['local', 'search-index']).optional(),
      host: host().optional(),
      handles: arrayOf(text({ min: 1 }), limits.lookups).optional(),
    }),
  success: 200,
  response: resultList(VideoChannel),
  in70: true,
})

export const searchPlaylists = operation({
  id: 'searchPlaylists',
  method: 'GET',
  path: '/api/v1/search/video-playlists',
  tag: 'Search',
  summary: 'Search playlists',
  auth: 'optional',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['match', 'displayName', 'createdAt'], '-match'),
      search: text({ min: 1 }).optional(),
      searchTarget: z.enum(['local', 'search-index']).optional(),
      host: host().optional(),
      uuids: arrayOf(videoReference(), limits.lookups).optional(),
    }),
  success: 200,
  response: resultList(VideoPlaylist),
  in70: true,
})
