// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAllJobs = endpoint<'getAllJobs'>('GET', '/api/v1/jobs', 'json')
