import {
  deleteUsersMeHistoryVideosByVideoIdOrUUID,
  getUsersMeHistoryVideos,
  postUsersMeHistoryVideosRemove,
} from '@sepiola/contract/operations/my-history.ts'
import { listedRule, maySearchRemote, showVideos } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { deleteAllWatched, deleteWatched, findWatchedIds } from './history.sql.ts'

/** Only what lists may show now, whatever was watched; NSFW is not filtered (spec 04 §9). */
const historyRoute = implement(getUsersMeHistoryVideos, async ({ ctx, viewer, query }) => {
  const { start, count, search } = query
  const filters = { start, count, search, sort: '-publishedAt', nsfw: 'both', nsfwFlagsExcluded: 0 } as const
  const listed = listedRule(ctx, viewer, filters, { followedOnly: !maySearchRemote(ctx, viewer) })
  const { total, ids } = await findWatchedIds(ctx.db, { userId: viewer.userId, listed, start, count })
  return { total, data: await showVideos(ctx, viewer, ids) }
})

const forgetOneRoute = implement(deleteUsersMeHistoryVideosByVideoIdOrUUID, async ({ ctx, viewer, params }) => {
  await deleteWatched(ctx.db, viewer.userId, params.videoIdOrUUID)
})

const forgetAllRoute = implement(postUsersMeHistoryVideosRemove, async ({ ctx, viewer, body }) => {
  await deleteAllWatched(ctx.db, viewer.userId, body.beforeDate)
})

export const historyOperations = [historyRoute, forgetOneRoute, forgetAllRoute]
