import type { Context } from '#foundation/context.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { findUnfinishedByKey } from '#foundation/jobs/enqueue.sql.ts'
import { videoImportJob, videoImportKey } from './video-import.job.ts'

/** Ends the job of an import whose row says already that it is over. */
export async function stopImportJob(ctx: Context, importId: number): Promise<void> {
  const jobId = await findUnfinishedByKey(ctx.db, videoImportJob.type, videoImportKey(importId))
  if (jobId !== undefined) await requestCancel(ctx.db, jobId)
}
