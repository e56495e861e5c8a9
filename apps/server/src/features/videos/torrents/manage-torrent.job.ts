import { z } from 'zod'
import { define, type Infer } from '@sepiola/contract/operation.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { videoFilesChanged, videoUpdated } from '../videos.events.ts'
import { findTorrentFilesOf, type TorrentFile } from './torrent.sql.ts'

/** ms (spec 05 §16) */
const longest = 3 * 3_600_000

const payload = define(() =>
  z.object({ action: z.enum(['create', 'update-metadata']), videoId: z.int(), videoFileId: z.int() }),
)

export const manageTorrentJob = defineJob<Infer<typeof payload>>({
  type: 'manage-video-torrent',
  payload,
  attempts: 1,
  timeout: () => longest,
  run: async (ctx, job) => {
    const { writeTorrent } = await import('./write-torrent.ts')
    await writeTorrent(ctx, job.payload.videoFileId)
  },
})

async function addJobs(
  ctx: Context,
  videoId: number,
  action: 'create' | 'update-metadata',
  isConcerned: (file: TorrentFile) => boolean,
): Promise<void> {
  const files = (await findTorrentFilesOf(ctx.db, videoId)).filter(isConcerned)
  if (files.length === 0) return
  await ctx.db.transaction().execute(async (tx: Tx) => {
    for (const file of files) {
      await ctx.jobs.add(
        tx,
        manageTorrentJob,
        { action, videoId, videoFileId: file.id },
        { key: `${action} ${file.id}` },
      )
    }
  })
}

export const torrentSubscriptions = [
  subscribe(videoFilesChanged, 'videos/make-torrents', (ctx, { videoId }) =>
    addJobs(ctx, videoId, 'create', (file) => file.torrentFilename === null),
  ),
  subscribe(videoUpdated, 'videos/update-torrents', async (ctx, { videoId, torrentsOutdated }) => {
    if (torrentsOutdated) await addJobs(ctx, videoId, 'update-metadata', () => true)
  }),
]
