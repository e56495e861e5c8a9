// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getRunnersJobs = endpoint<'getRunnersJobs'>('GET', '/api/v1/runners/jobs', 'json')
