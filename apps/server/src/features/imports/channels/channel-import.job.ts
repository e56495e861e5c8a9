import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { findChannelAccessById } from '#features/channels/public.ts'
import { beginSync, failSync, findSync, saveLastSync, type SyncRow } from '#features/channel-syncs/public.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { findLastImportOfSync, findRetriableImports } from '../imports.sql.ts'
import { retryImport } from '../manage/retry-import.ts'
import { afterChannelImportJob, channelImportType } from './after-import.job.ts'
import { importListedVideos } from './import-listed-videos.ts'

const payload = define(() =>
  z.object({
    externalChannelUrl: z.string(),
    videoChannelId: z.int(),
    partOfChannelSyncId: z.int().optional(),
    /** Only what came since the last time, and not much of it. */
    onlyLatest: z.boolean().optional(),
  }),
)

/**
 * Lists the videos of a channel or playlist elsewhere and creates an import of each that is not here yet (spec 03 §12).
 * What is imported already is known by its address: the job may run twice.
 */
export const channelImportJob = defineJob({
  type: channelImportType,
  payload,
  timeout: () => 4 * 3_600_000,

  async run(ctx, { id, payload: request, signal, progress }) {
    const { externalChannelUrl: url, videoChannelId, partOfChannelSyncId, onlyLatest = false } = request
    const startedAt = ctx.clock.now()
    const channel = await findChannelAccessById(ctx.db, videoChannelId, undefined)
    const sync = partOfChannelSyncId === undefined ? undefined : await findSync(ctx.db, partOfChannelSyncId)
    const isGone = partOfChannelSyncId !== undefined && !sync
    if (!channel || isGone || (sync && !(await begin(ctx, sync, startedAt)))) return
    const limits = ctx.settings.current.import.video_channel_synchronization
    await importListedVideos(ctx, {
      ...{ channel, url, signal, progress, channelSyncId: sync?.id ?? null },
      limit: onlyLatest ? limits.videos_limit_per_synchronization : limits.full_sync_videos_limit,
      onlyAfter: onlyLatest && sync ? await lastDay(ctx, sync) : undefined,
    })
    if (!sync) return
    await retryFailed(ctx, sync.id, startedAt)
    await ctx.db.transaction().execute(async (tx) => {
      await saveLastSync(tx, sync.id, startedAt, ctx.clock.now())
      await ctx.jobs.add(tx, afterChannelImportJob, { channelSyncId: sync.id }, { after: id })
    })
  },

  insteadOfRetry: 'synchronise the channel again.',

  async failed(ctx, { payload: { partOfChannelSyncId: id }, error }) {
    if (id === undefined) return
    await ctx.db.transaction().execute((tx) => failSync(tx, id, error, ctx.clock.now()))
  },
})

const begin = (ctx: Context, { id }: SyncRow, now: Date) => ctx.db.transaction().execute((tx) => beginSync(tx, id, now))

/** Many sites tell only the day of a video: the first moment of the day since which there may be new ones. */
async function lastDay(ctx: Context, { id, lastSyncAt, createdAt }: SyncRow): Promise<Date> {
  const last = (await findLastImportOfSync(ctx.db, id)) ?? lastSyncAt ?? createdAt
  return new Date(`${last.toISOString().slice(0, 10)}T00:00:00Z`)
}

/** Those that failed before this run. */
async function retryFailed(ctx: Context, channelSyncId: number, before: Date): Promise<void> {
  const { max_attempts: most } = ctx.settings.current.import.videos
  for (const id of await findRetriableImports(ctx.db, channelSyncId, { before, most })) {
    await ctx.db
      .transaction()
      .execute((tx) => retryImport(ctx, tx, id))
      .catch((error: unknown) => {
        // Somebody else did, or deleted it.
        ctx.log.debug({ err: error, videoImportId: id }, 'An import is not tried again')
      })
  }
}
