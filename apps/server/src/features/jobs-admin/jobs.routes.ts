import { jobTypes } from '@sepiola/contract/enums.ts'
import { cancelJob, getAllJobs, getJobs, postJobsPause, postJobsResume } from '@sepiola/contract/operations/job.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { findJob, listJobs, type JobListRequest, type ListedJob } from '#foundation/jobs/job-list.sql.ts'
import { pauseQueues, resumeQueues } from '#foundation/jobs/pause-queues.sql.ts'
import { isRevivable } from '#foundation/jobs/revive-job.ts'
import { canCancel, jobView } from './job.view.ts'

type ListQuery = Pick<JobListRequest, 'start' | 'count' | 'sort'> & {
  jobType?: JobListRequest['type']
  includeInternal?: boolean | undefined
}

async function list(ctx: Context, { jobType: type, includeInternal, ...page }: ListQuery, state?: ListedJob['state']) {
  const types = includeInternal ? undefined : jobTypes
  const { total, data } = await listJobs(ctx.db, { state, type, types, ...page })
  return { total, data: data.map((job) => jobView(job, isRevivable(ctx, job.type))) }
}

const jobsRoute = implement(getJobs, ({ ctx, params, query }) => list(ctx, query, params.state))

const allJobsRoute = implement(getAllJobs, ({ ctx, query }) => list(ctx, query))

const pauseRoute = implement(postJobsPause, ({ ctx }) => pauseQueues(ctx.db))

const resumeRoute = implement(postJobsResume, ({ ctx }) => resumeQueues(ctx.db))

const cancelRoute = implement(cancelJob, async ({ ctx, params }) => {
  const job = await requireJob(ctx, params.jobId)
  if (job.type !== params.jobType) throw plainProblem(404)
  if (!canCancel(job))
    throw problem(409, 'This job cannot be cancelled: it does not run, or its type does not allow it.')
  const outcome = await requestCancel(ctx.db, job.id)
  if (outcome === 'finished' || outcome === undefined) throw problem(409, 'This job has ended meanwhile.')
})

/** Throws a bare 404. */
export async function requireJob(ctx: Context, jobId: string): Promise<ListedJob> {
  const job = /^\d{1,15}$/.test(jobId) ? await findJob(ctx.db, Number(jobId)) : undefined
  if (!job) throw plainProblem(404)
  return job
}

export const jobRoutes = [jobsRoute, allJobsRoute, pauseRoute, resumeRoute, cancelRoute]
