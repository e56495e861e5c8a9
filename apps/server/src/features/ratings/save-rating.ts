import type { videoRates } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { ratingChanged } from './ratings.events.ts'
import { changeCounters, deleteRate, findActorUrl, findRate, lockVideo, upsertRate } from './ratings.sql.ts'

export type Vote = (typeof videoRates)[number]
export type Rating = Vote | 'none'

/**
 * An account's vote replaces the one before; the video's counters move with it. The same vote again changes nothing.
 * `url`: ActivityPub id of a vote from another server; local ones get theirs from the account (spec 07 §2.3).
 */
export async function saveRating(
  ctx: Context,
  tx: Tx,
  vote: { videoId: number; accountId: number; rating: Rating; url?: string },
): Promise<void> {
  const { rating, ...key } = vote
  const video = await lockVideo(tx, key.videoId)
  if (!video) return
  const before = await findRate(tx, key)
  const previous = before?.type ?? 'none'
  if (previous === rating) return

  let url: string | null = null
  if (rating === 'none') {
    await deleteRate(tx, key)
  } else {
    url = vote.url ?? `${await findActorUrl(tx, key.accountId)}/${rating}s/${key.videoId}`
    await upsertRate(tx, { ...key, type: rating, url, now: ctx.clock.now() })
  }
  const change = (counted: Vote) => Number(rating === counted) - Number(previous === counted)
  await changeCounters(tx, key.videoId, { likes: change('like'), dislikes: change('dislike') })
  await ctx.events.publish(tx, ratingChanged, {
    videoId: key.videoId,
    accountId: key.accountId,
    remote: video.remote,
    rating,
    previous,
    url,
    previousUrl: before?.url ?? null,
  })
}
