// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByIdStatsTimeseriesByMetric = endpoint<'getVideosByIdStatsTimeseriesByMetric'>(
  'GET',
  '/api/v1/videos/{id}/stats/timeseries/{metric}',
  'json',
)
