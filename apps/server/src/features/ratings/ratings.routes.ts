import type { FastifyRequest } from 'fastify'
import { getAccountsByNameRatings } from '@sepiola/contract/operations/accounts.ts'
import { getUsersMeVideosByVideoIdOrUUIDRating } from '@sepiola/contract/operations/my-user.ts'
import { putVideosByIdRate } from '@sepiola/contract/operations/video-rates.ts'
import { requireOwnAccount } from '#features/accounts/public.ts'
import { findVideoRow, maySearchRemote, readableBy, requireReadableVideo, showVideos } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { findRate, listRates } from './ratings.sql.ts'
import { saveRating, type Rating } from './save-rating.ts'

const rateRoute = implement(putVideosByIdRate, async ({ ctx, viewer, params, headers, body }) => {
  const password = headers['x-peertube-video-password']
  const video = await requireReadableVideo(ctx, viewer, params.id, { password })
  await ctx.db
    .transaction()
    .execute((tx) => saveRating(ctx, tx, { videoId: video.id, accountId: viewer.accountId, rating: body.rating }))
})

const myRatingRoute = implement(getUsersMeVideosByVideoIdOrUUIDRating, async ({ ctx, viewer, params }) => {
  const video = await findVideoRow(ctx.db, params.videoIdOrUUID)
  if (!video) throw problem(404, 'Video not found')
  const rate = await findRate(ctx.db, { videoId: video.id, accountId: viewer.accountId })
  const rating: Rating = rate?.type ?? 'none'
  return { videoId: video.id, rating }
})

// Account and right come before the rules of the page (spec 01 §2.1).
const accountIds = new WeakMap<FastifyRequest, number>()

const accountRatingsRoute = implement(
  getAccountsByNameRatings,
  async ({ ctx, viewer, query, request }) => {
    const { rating, start, count, sort } = query
    const { total, rates } = await listRates(ctx.db, {
      accountId: accountIds.get(request)!,
      readable: readableBy(viewer, maySearchRemote(ctx, viewer)),
      ...{ rating, start, count, sort },
    })
    const ids = rates.map((rate) => rate.videoId)
    const videos = await showVideos(ctx, viewer, ids)
    const ratings = new Map(rates.map((rate) => [rate.videoId, rate.rating]))
    return { total, data: videos.map((video) => ({ video, rating: ratings.get(video.id)! })) }
  },
  {
    async before({ ctx, viewer, request }) {
      const { name } = request.params as { name: string }
      accountIds.set(request, (await requireOwnAccount(ctx, viewer!, name)).id)
    },
  },
)

export const ratingOperations = [rateRoute, myRatingRoute, accountRatingsRoute]
