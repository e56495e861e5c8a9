import {
  getAccountsByNameVideoChannels,
  getVideoChannel,
  getVideoChannels,
} from '@sepiola/contract/operations/video-channels.ts'
import { channelView, requireAccount, type ChannelRow } from '#features/accounts/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { requireChannel } from './find-channel.ts'
import { findChannelStats, listAccountChannels, listPublicChannels } from './list-channels.sql.ts'

const channelRoute = implement(getVideoChannel, ({ ctx, viewer, params }) =>
  answerOnce(ctx, viewer, ['channel', params.channelHandle], async () => {
    const found = await requireChannel(ctx, params.channelHandle)
    const channel = await ctx.hooks.filter('filter:api.video-channel.get.result', found, { id: found.id })
    return channelView(ctx.origin, channel)
  }),
)

/** `search` is accepted but has no effect; an empty one is refused (spec 04 §3.1). */
const channelsRoute = implement(getVideoChannels, async ({ ctx, viewer, query }) => {
  const page = await ctx.hooks.filter('filter:api.video-channels.list.params', {
    start: query.start,
    count: query.count,
    sort: query.sort,
  })
  return answerOnce(ctx, viewer, ['channels', page], async () => {
    const list = await listPublicChannels(ctx.db, page)
    const result = { total: list.total, data: list.channels.map((channel) => channelView(ctx.origin, channel)) }
    return ctx.hooks.filter('filter:api.video-channels.list.result', result, page)
  })
})

const accountChannelsRoute = implement(
  getAccountsByNameVideoChannels,
  ({ ctx, viewer, params, query }) =>
    answerOnce(ctx, viewer, ['channels of', params.name, query], async () => {
      const account = await requireAccount(ctx, params.name)
      const { total, channels } = await listAccountChannels(ctx.db, {
        accountId: account.id,
        start: query.start,
        count: query.count,
        sort: query.sort,
        search: query.search,
        collaborations: query.includeCollaborations === true,
      })
      if (!query.withStats) return { total, data: channels.map((channel) => channelView(ctx.origin, channel)) }
      return { total, data: await withStats(ctx, channels) }
    }),
  // The handle is looked up before the page is checked (spec 01 §2.1).
  {
    before: async ({ ctx, request }) => {
      await requireAccount(ctx, (request.params as { name: string }).name)
    },
  },
)

async function withStats(ctx: Context, channels: readonly ChannelRow[]) {
  const stats = await findChannelStats(
    ctx.db,
    channels.map((channel) => channel.id),
    ctx.clock.now(),
  )
  return channels.map((channel) => {
    const { videosCount, totalViews, viewsPerDay } = stats.get(channel.id)!
    return {
      ...channelView(ctx.origin, channel),
      videosCount,
      totalViews,
      viewsPerDay: viewsPerDay.map(({ date, views }) => ({ date: new Date(date).toISOString(), views })),
    }
  })
}

export const channelRoutes = [channelRoute, channelsRoute, accountChannelsRoute]
