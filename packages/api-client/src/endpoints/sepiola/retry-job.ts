// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const retryJob = endpoint<'retryJob'>('POST', '/api/v1/jobs/{jobId}/retry', 'nothing')
