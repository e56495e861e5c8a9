// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByIdStatsOverall = endpoint<'getVideosByIdStatsOverall'>(
  'GET',
  '/api/v1/videos/{id}/stats/overall',
  'json',
)
