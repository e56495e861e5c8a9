import type { Schedule } from '#foundation/feature.ts'
import { indexPendingCaptions } from './index-captions.ts'
import { indexPendingVideos } from './index-videos.sql.ts'

/** Videos that one transaction reads into the index. */
const batch = 2000

/**
 * A search reads a few changed videos by itself; this is for many at once (the first start on an existing database, a
 * channel's new name) and for captions.
 */
export const searchSchedules: readonly Schedule[] = [
  {
    name: 'search/index',
    every: (ctx) => (ctx.testMode ? 1_000 : 20_000),
    async run(ctx, signal) {
      while ((await indexPendingVideos(ctx.db, batch)) > 0) signal.throwIfAborted()
      await indexPendingCaptions(ctx, signal)
    },
  },
]
