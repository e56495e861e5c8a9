// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postMetricsPlayback = endpoint<'postMetricsPlayback'>(
  'POST',
  '/api/v1/metrics/playback',
  'nothing',
  'json',
)
