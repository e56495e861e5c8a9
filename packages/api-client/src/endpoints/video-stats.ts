// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getVideosByIdStatsOverall = endpoint<'getVideosByIdStatsOverall'>(
  'GET',
  '/api/v1/videos/{id}/stats/overall',
  'json',
)
export const getVideosByIdStatsRetention = endpoint<'getVideosByIdStatsRetention'>(
  'GET',
  '/api/v1/videos/{id}/stats/retention',
  'json',
)
export const getVideosByIdStatsTimeseriesByMetric = endpoint<'getVideosByIdStatsTimeseriesByMetric'>(
  'GET',
  '/api/v1/videos/{id}/stats/timeseries/{metric}',
  'json',
)
export const getVideosByIdStatsUserAgent = endpoint<'getVideosByIdStatsUserAgent'>(
  'GET',
  '/api/v1/videos/{id}/stats/user-agent',
  'json',
)
