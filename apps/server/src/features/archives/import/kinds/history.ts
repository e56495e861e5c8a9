import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { saveHistory } from '#features/history/public.ts'
import { requireReadableVideo } from '#features/videos/public.ts'
import { bringInEach, readItems, type BringIn } from '../bring-in.ts'
import { videoUrl } from '../item-schemas.ts'
import { findOwnWatched } from './own-rows.sql.ts'
import { findVideosOfItems, requireKnown } from './videos-of-items.ts'

const item = define(() =>
  z.object({
    videoUrl: videoUrl(),
    lastTimecode: z
      .number()
      .min(0)
      .max(2 ** 31 - 1),
    updatedAt: z.iso.datetime({ offset: true }).optional(),
  }),
)

/** With the date of then; what was watched here meanwhile stays. */
export const bringInHistory: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const { userId } = viewer
  const items = await readItems(archive, 'video-history', 'watchedVideos')
  const known = await findVideosOfItems(run, items)
  const ids = [...known.values()].map(({ id }) => id)
  const watched = await findOwnWatched(ctx.db, userId, ids)
  return bringInEach(run, { kind: 'userVideoHistory', items, schema: item(), tell }, async (entry) => {
    const { id: videoId, uuid } = requireKnown(known, entry.videoUrl)
    if (watched.has(videoId)) return 'duplicates'
    await requireReadableVideo(ctx, viewer, { uuid })
    const now = ctx.clock.now()
    const at = entry.updatedAt === undefined ? now : new Date(Math.min(Date.parse(entry.updatedAt), now.getTime()))
    await saveHistory(ctx.db, { userId, videoId, currentTime: Math.floor(entry.lastTimecode) }, at)
    watched.add(videoId)
    return 'success'
  })
}
