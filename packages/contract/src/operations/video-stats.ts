import { z } from 'zod'
import { dateTime, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import {
  VideoStatsOverall,
  VideoStatsRetention,
  VideoStatsTimeserie,
  VideoStatsUserAgent,
} from '../schemas/video-stats.ts'

export const getVideosByIdStatsOverall = operation({
  id: 'getVideosByIdStatsOverall',
  method: 'GET',
  path: '/api/v1/videos/{id}/stats/overall',
  tag: 'Video Stats',
  summary: 'Aggregate viewing figures',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ startDate: dateTime().optional(), endDate: dateTime().optional() }),
  success: 200,
  response: VideoStatsOverall,
  in70: true,
})

export const getVideosByIdStatsUserAgent = operation({
  id: 'getVideosByIdStatsUserAgent',
  method: 'GET',
  path: '/api/v1/videos/{id}/stats/user-agent',
  tag: 'Video Stats',
  summary: 'Viewer device and browser breakdown',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ startDate: dateTime().optional(), endDate: dateTime().optional() }),
  success: 200,
  response: VideoStatsUserAgent,
  in70: false,
})

export const getVideosByIdStatsRetention = operation({
  id: 'getVideosByIdStatsRetention',
  method: 'GET',
  path: '/api/v1/videos/{id}/stats/retention',
  tag: 'Video Stats',
  summary: 'Viewer retention curve',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: VideoStatsRetention,
  in70: true,
})

export const getVideosByIdStatsTimeseriesByMetric = operation({
  id: 'getVideosByIdStatsTimeseriesByMetric',
  method: 'GET',
  path: '/api/v1/videos/{id}/stats/timeseries/{metric}',
  tag: 'Video Stats',
  summary: 'Metric evolution over time',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), metric: z.enum(['viewers', 'aggregateWatchTime', 'downloads']) }),
  query: () => object({ startDate: dateTime().optional(), endDate: dateTime().optional() }),
  success: 200,
  response: VideoStatsTimeserie,
  in70: true,
})
