import { discardJob, getJobsSummary, retryJob } from '@sepiola/contract/operations/sepiola.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { countJobs } from '#foundation/jobs/job-list.sql.ts'
import { areQueuesPaused } from '#foundation/jobs/pause-queues.sql.ts'
import { reviveJob, type Revival } from '#foundation/jobs/revive-job.ts'
import { deleteFailedJob } from '#foundation/jobs/revive-job.sql.ts'
import { isInternal } from './job.view.ts'
import { requireJob } from './jobs.routes.ts'

const summaryRoute = implement(getJobsSummary, async ({ ctx }) => {
  const [paused, counts] = await Promise.all([areQueuesPaused(ctx.db), countJobs(ctx.db)])
  return { paused, counts: counts.map((count) => ({ ...count, internal: isInternal(count.type) })) }
})

const retryRoute = implement(retryJob, async ({ ctx, params }) => {
  const job = await requireJob(ctx, params.jobId)
  const revival = await reviveJob(ctx, job.id)
  if (!revival) throw plainProblem(404)
  if (revival.kind !== 'revived') throw problem(409, refusals[revival.kind](revival))
})

const refusals: Record<Exclude<Revival['kind'], 'revived'>, (revival: Revival) => string> = {
  'not failed': () => 'Only a job that has failed, or waits for its next try, can be tried again.',
  settling: () => 'What the failure of this job entails is still being done. Try again in a moment.',
  'waits for': (revival) => `This job comes after the job ${'id' in revival ? revival.id : ''}: retry that one.`,
  twin: () => 'Another job for the same matter waits or runs already.',
  impossible: (revival) => `This job cannot be tried again: ${'reason' in revival ? revival.reason : ''}`,
}

/** Of a failed job nothing is left; one that waits is not run, and its follow-ups neither. */
const discardRoute = implement(discardJob, async ({ ctx, params }) => {
  const job = await requireJob(ctx, params.jobId)
  if (job.state === 'failed') {
    if (!(await deleteFailedJob(ctx.db, job.id))) throw problem(409, refusals.settling({ kind: 'settling' }))
    return
  }
  if (job.state === 'active' || job.state === 'completed') {
    throw problem(409, 'Only a job that waits or has failed can be discarded.')
  }
  const outcome = await requestCancel(ctx.db, job.id)
  if (outcome === 'finished' || outcome === undefined) throw problem(409, 'This job has ended meanwhile.')
})

export const retryRoutes = [summaryRoute, retryRoute, discardRoute]
