// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsRequest = endpoint<'postRunnersJobsRequest'>(
  'POST',
  '/api/v1/runners/jobs/request',
  'json',
  'json',
)
