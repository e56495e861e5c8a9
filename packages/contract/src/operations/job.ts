import { z } from 'zod'
import { jobTypes, jobStates } from '../enums.ts'
import { boolean, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { Job } from '../schemas/server.ts'

const jobsQuery = () =>
  object({
    ...sortedPage(['createdAt'], '-createdAt'),
    jobType: z.enum(jobTypes).optional(),
    /** Ours: also the deliveries of events within the server. */
    includeInternal: boolean().default(false),
  })

export const postJobsPause = operation({
  id: 'postJobsPause',
  method: 'POST',
  path: '/api/v1/jobs/pause',
  tag: 'Job',
  summary: 'Stop local job processing',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const postJobsResume = operation({
  id: 'postJobsResume',
  method: 'POST',
  path: '/api/v1/jobs/resume',
  tag: 'Job',
  summary: 'Restart local job processing',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const getJobs = operation({
  id: 'getJobs',
  method: 'GET',
  path: '/api/v1/jobs/{state}',
  tag: 'Job',
  summary: 'Page through background jobs',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  params: () => object({ state: z.enum(jobStates) }),
  query: jobsQuery,
  success: 200,
  response: resultList(Job),
  in70: true,
})

export const cancelJob = operation({
  id: 'cancelJob',
  method: 'POST',
  path: '/api/v1/jobs/{jobType}/{jobId}/cancel',
  tag: 'Job',
  summary: 'Abort one background job',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  params: () => object({ jobType: z.enum(jobTypes), jobId: text() }),
  success: 204,
  in70: false,
})

export const getAllJobs = operation({
  id: 'getAllJobs',
  method: 'GET',
  path: '/api/v1/jobs',
  tag: 'Job',
  summary: 'Background jobs in any state',
  auth: 'user',
  right: 'MANAGE_JOBS',
  rateLimit: 'api',
  query: jobsQuery,
  success: 200,
  response: resultList(Job),
  in70: false,
})
