// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postJobsResume = endpoint<'postJobsResume'>('POST', '/api/v1/jobs/resume', 'nothing')
