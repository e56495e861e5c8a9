import type { ListedJob } from '#foundation/jobs/job-list.sql.ts'
import { jobTypes, type JobType } from '@sepiola/contract/enums.ts'

/** Which an administrator may stop while they run (spec 02 §10). */
const cancellableTypes: ReadonlySet<string> = new Set<JobType>([
  'video-transcoding',
  'video-transcription',
  'video-studio-edition',
  'generate-video-storyboard',
])

export function canCancel(job: Pick<ListedJob, 'type' | 'state'>): boolean {
  return job.state === 'active' && cancellableTypes.has(job.type)
}

const listedTypes: ReadonlySet<string> = new Set(jobTypes)

/** Whether it delivers an event within this server, which is no job of PeerTube's. */
export const isInternal = (type: string) => !listedTypes.has(type)

/** `Job` (spec 02 §10), with what an administrator may do. `revivable`: whether a failed one of its type is. */
export function jobView(job: ListedJob, revivable: boolean) {
  return {
    id: job.id,
    state: job.state,
    type: job.type,
    data: job.payload as Record<string, unknown>,
    ...(job.parent === null ? {} : { parent: { id: String(job.parent) } }),
    progress: job.progress,
    priority: job.priority,
    error: job.error === null ? null : { message: job.error, ...(job.stack === null ? {} : { stack: job.stack }) },
    createdAt: job.createdAt.toISOString(),
    finishedOn: job.finishedAt?.toISOString() ?? null,
    processedOn: job.processedAt?.toISOString() ?? null,
    canCancel: canCancel(job),
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    nextRunAt: job.state === 'delayed' ? job.runAt.toISOString() : null,
    canRetry: job.state === 'delayed' || (job.state === 'failed' && revivable),
    canDiscard: job.state !== 'active' && job.state !== 'completed',
  }
}
