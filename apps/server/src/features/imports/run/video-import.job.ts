import { z } from 'zod'
import { VideoImportState, VideoState } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import { setVideoState } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { tellSyncLater } from '../channels/after-import.job.ts'
import { videoImportFinished } from '../imports.events.ts'
import { findImport, lockImport, updateImport, type ImportRow } from '../imports.sql.ts'
import { ImportRefused, takeInImport } from './take-in-import.ts'

const payload = define(() => z.object({ type: z.string(), videoImportId: z.int() }))

export const videoImportKey = (importId: number) => String(importId)

/**
 * Fetches the file of an import and gives it to its video (spec 05 §23). A job that is killed begins anew; of one that
 * was cancelled, or is over, nothing is done.
 */
export const videoImportJob = defineJob({
  type: 'video-import',
  payload,
  concurrency: ({ import: { videos } }) => Math.max(1, videos.concurrency),
  timeout: ({ import: { videos } }) => videos.timeout,

  async run(ctx, { payload: { videoImportId }, signal, progress }) {
    const row = await begin(ctx, videoImportId)
    try {
      if (row) await takeInImport(ctx, row, { signal, progress, also: (tx) => succeed(ctx, tx, row) })
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      await end(ctx, videoImportId, VideoImportState.REJECTED, error.message)
    }
    await dropTorrent(ctx, videoImportId)
  },

  insteadOfRetry: 'try the import itself again, in the list of imports of the one who asked for it.',

  async failed(ctx, { payload: { videoImportId }, error, cancelled }) {
    // Whoever cancels writes so into the row before.
    await end(ctx, videoImportId, cancelled ? VideoImportState.CANCELLED : VideoImportState.FAILED, error)
  },
})

async function begin(ctx: Context, id: number): Promise<ImportRow | undefined> {
  return ctx.db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, id)
    if (row?.state === VideoImportState.PROCESSING) return row
    if (row?.state !== VideoImportState.PENDING) return undefined
    const change = { state: VideoImportState.PROCESSING, attempts: row.attempts + 1 }
    await updateImport(tx, id, change, ctx.clock.now())
    return { ...row, ...change }
  })
}

/** Once nobody needs it any more; also after a run that was killed before it could. */
async function dropTorrent(ctx: Context, id: number): Promise<void> {
  const row = await findImport(ctx.db, id)
  const torrentFile = row?.state === VideoImportState.SUCCESS && row.payload.torrentFile
  if (torrentFile) await ctx.storage.remove('tmp_persistent', torrentFile)
}

async function succeed(ctx: Context, tx: Tx, { id }: ImportRow): Promise<void> {
  const current = await lockImport(tx, id)
  if (current?.state !== VideoImportState.PROCESSING) throw new Error('The import was cancelled.')
  await updateImport(tx, id, { state: VideoImportState.SUCCESS, error: null }, ctx.clock.now())
  await tell(ctx, tx, current, true)
}

/** Not well: the video cannot be watched, and its people are told why. */
async function end(ctx: Context, id: number, state: VideoImportState, error: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const current = await lockImport(tx, id)
    if (current?.state !== VideoImportState.PROCESSING && current?.state !== VideoImportState.PENDING) return
    await updateImport(tx, id, { state, error }, ctx.clock.now())
    if (current.videoId !== null) await setVideoState(ctx, tx, current.videoId, VideoState.TO_IMPORT_FAILED)
    if (state === VideoImportState.CANCELLED) await tellSyncLater(ctx, tx, current)
    else await tell(ctx, tx, current, false)
  })
}

async function tell(ctx: Context, tx: Tx, row: ImportRow, success: boolean): Promise<void> {
  const { id: videoImportId, userId, videoId } = row
  if (userId !== null) await ctx.events.publish(tx, videoImportFinished, { videoImportId, userId, videoId, success })
  await tellSyncLater(ctx, tx, row)
}
