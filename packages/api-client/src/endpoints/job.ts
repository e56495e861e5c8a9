// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const cancelJob = endpoint<'cancelJob'>('POST', '/api/v1/jobs/{jobType}/{jobId}/cancel', 'nothing')
export const getAllJobs = endpoint<'getAllJobs'>('GET', '/api/v1/jobs', 'json')
export const getJobs = endpoint<'getJobs'>('GET', '/api/v1/jobs/{state}', 'json')
export const postJobsPause = endpoint<'postJobsPause'>('POST', '/api/v1/jobs/pause', 'nothing')
export const postJobsResume = endpoint<'postJobsResume'>('POST', '/api/v1/jobs/resume', 'nothing')
