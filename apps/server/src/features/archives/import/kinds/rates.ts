import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { saveRating } from '#features/ratings/public.ts'
import { requireReadableVideo } from '#features/videos/public.ts'
import { bringInEach, readItems, type BringIn } from '../bring-in.ts'
import { videoUrl } from '../item-schemas.ts'
import { findVideosOfItems, requireKnown } from './videos-of-items.ts'
import { findOwnRates } from './own-rows.sql.ts'

const item = define(() => z.object({ videoUrl: videoUrl() }))

/** A vote that the account gave meanwhile stays. */
const bringInRates =
  (kind: 'likes' | 'dislikes'): BringIn =>
  async (run, tell) => {
    const { ctx, viewer, archive } = run
    const { accountId } = viewer
    const items = await readItems(archive, kind, kind)
    const known = await findVideosOfItems(run, items)
    const ids = [...known.values()].map(({ id }) => id)
    const rated = await findOwnRates(ctx.db, accountId, ids)
    return bringInEach(run, { kind, items, schema: item(), tell }, async ({ videoUrl: url }) => {
      const { id: videoId, uuid } = requireKnown(known, url)
      if (rated.has(videoId)) return 'duplicates'
      await requireReadableVideo(ctx, viewer, { uuid })
      const rating = kind === 'likes' ? 'like' : 'dislike'
      await ctx.db.transaction().execute((tx) => saveRating(ctx, tx, { videoId, accountId, rating }))
      rated.set(videoId, rating)
      return 'success'
    })
  }

export const bringInLikes = bringInRates('likes')
export const bringInDislikes = bringInRates('dislikes')
