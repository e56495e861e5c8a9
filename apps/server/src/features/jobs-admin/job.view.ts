import type { ListedJob } from '#foundation/jobs/job-list.sql.ts'
import type { JobType } from '@sepiola/contract/enums.ts'

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

/** `Job` (spec 02 §10). */
export function jobView(job: ListedJob) {
  return {
    id: job.id,
    state: job.state,
    type: job.type as JobType,
    data: job.payload as Record<string, unknown>,
    ...(job.parent === null ? {} : { parent: { id: String(job.parent) } }),
    progress: job.progress,
    priority: job.priority,
    error: job.error === null ? null : { message: job.error },
    createdAt: job.createdAt.toISOString(),
    finishedOn: job.finishedAt?.toISOString() ?? null,
    processedOn: job.processedAt?.toISOString() ?? null,
    canCancel: canCancel(job),
  }
}
