import { jobTypes } from '@sepiola/contract/enums.ts'
import { cancelJob, getAllJobs, getJobs, postJobsPause, postJobsResume } from '@sepiola/contract/operations/job.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { findJob, listJobs } from '#foundation/jobs/job-list.sql.ts'
import { pauseQueues, resumeQueues } from '#foundation/jobs/pause-queues.sql.ts'
import { canCancel, jobView } from './job.view.ts'

const jobsRoute = implement(getJobs, async ({ ctx, params, query: { jobType, start, count, sort } }) => {
  const request = { state: params.state, type: jobType, types: jobTypes, start, count, sort }
  const { total, data } = await listJobs(ctx.db, request)
  return { total, data: data.map(jobView) }
})

const allJobsRoute = implement(getAllJobs, async ({ ctx, query: { jobType, start, count, sort } }) => {
  const { total, data } = await listJobs(ctx.db, { type: jobType, types: jobTypes, start, count, sort })
  return { total, data: data.map(jobView) }
})

const pauseRoute = implement(postJobsPause, ({ ctx }) => pauseQueues(ctx.db))

const resumeRoute = implement(postJobsResume, ({ ctx }) => resumeQueues(ctx.db))

const cancelRoute = implement(cancelJob, async ({ ctx, params }) => {
  const id = /^\d{1,15}$/.test(params.jobId) ? Number(params.jobId) : undefined
  const job = id === undefined ? undefined : await findJob(ctx.db, id)
  if (!job || job.type !== params.jobType) throw plainProblem(404)
  if (!canCancel(job))
    throw problem(409, 'This job cannot be cancelled: it does not run, or its type does not allow it.')
  const outcome = await requestCancel(ctx.db, job.id)
  if (outcome === 'finished' || outcome === undefined) throw problem(409, 'This job has ended meanwhile.')
})

export const jobRoutes = [jobsRoute, allJobsRoute, pauseRoute, resumeRoute, cancelRoute]
