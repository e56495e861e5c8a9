// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const cancelJob = endpoint<'cancelJob'>('POST', '/api/v1/jobs/{jobType}/{jobId}/cancel', 'nothing')
