// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getJobs = endpoint<'getJobs'>('GET', '/api/v1/jobs/{state}', 'json')
