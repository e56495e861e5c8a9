import type { Schedule } from '#foundation/feature.ts'
import { indexPendingCaptions } from './index-captions.ts'
import { hasParts } from '../videos/parts-of-index.ts'
import { findIndexState } from '../videos/search-videos.sql.ts'
import { indexPendingVideos } from './index-videos.sql.ts'
import { renewPopularity } from './renew-popularity.sql.ts'

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
  {
    name: 'search/popularity',
    every: () => 3_600_000,
    async run(ctx) {
      const { newestId } = await findIndexState(ctx.db)
      if (hasParts(newestId)) await renewPopularity(ctx.db)
    },
  },
]
