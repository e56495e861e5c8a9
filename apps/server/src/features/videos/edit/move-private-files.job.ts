import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { findFilesForMove, findVideoLocation } from '../files/files.sql.ts'
import { hlsFolder, isInPrivateFolder, webVideoKey } from '../files/video-file-keys.ts'
import { withVideoFiles } from '../files/video-files-lock.ts'

/**
 * Brings a video's files into or out of `private/`, wherever its privacy says now. It runs within the request that
 * changed the privacy and once more as a job, should the process have died between; files in place are left.
 */
export async function movePrivateFiles(ctx: Context, videoId: number): Promise<void> {
  await withVideoFiles(ctx, videoId, () => moveFiles(ctx, videoId))
}

async function moveFiles(ctx: Context, videoId: number): Promise<void> {
  const video = await findVideoLocation(ctx.db, videoId)
  if (!video || video.remote) return
  const opposite = { ...video, privacy: isInPrivateFolder(video) ? 1 : 3 }
  const { webVideos } = await findFilesForMove(ctx.db, videoId)
  for (const filename of webVideos) {
    await moveIfThere(ctx, 'web_videos', webVideoKey(opposite, filename), webVideoKey(video, filename))
  }
  const from = hlsFolder(opposite)
  const to = hlsFolder(video)
  const keys = await ctx.storage.list('streaming_playlists', from)

  for (const key of keys) await moveIfThere(ctx, 'streaming_playlists', key, to + key.slice(from.length))
  if (keys.length > 0) await ctx.storage.removeFolder('streaming_playlists', from)
}

async function moveIfThere(ctx: Context, area: StorageArea, from: string, to: string): Promise<void> {
  if (await ctx.storage.stat(area, from)) {
    await ctx.storage.move({ area, key: from }, { area, key: to }).catch(async (error: unknown) => {
      // The request and the job may meet: the other one was faster.
      if (!(await ctx.storage.stat(area, to))) throw error
    })
  }
}

export const movePrivateFilesJob = defineJob<{ videoId: number }>({
  type: 'videos/move-private-files',
  payload: define(() => z.object({ videoId: z.number().int() })),
  attempts: 5,
  run: (ctx, job) => movePrivateFiles(ctx, job.payload.videoId),
})
