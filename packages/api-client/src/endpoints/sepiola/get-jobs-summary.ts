// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getJobsSummary = endpoint<'getJobsSummary'>('GET', '/api/v1/jobs/summary', 'json')
