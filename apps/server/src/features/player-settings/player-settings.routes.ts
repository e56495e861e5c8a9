import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import {
  getChannelPlayerSettings,
  getVideoPlayerSettings,
  updateChannelPlayerSettings,
  updateVideoPlayerSettings,
} from '@sepiola/contract/operations/player-settings.ts'
import type { PlayerChannelSettings, PlayerVideoSettings } from '@sepiola/contract/schemas/player-settings.ts'
import { requireChannel, requireManagedChannelByHandle, saveChannelActivity } from '#features/channels/public.ts'
import { requireManagedVideo, requireReadableVideo } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { playerSettingsChanged } from './player-settings.events.ts'
import { findThemeOfChannel, findThemesOfVideo, upsertTheme } from './player-settings.sql.ts'
import { resolveTheme } from './resolve-theme.ts'

/** What is stored is for those who may change it. */
function requireSignedIn(viewer: Viewer | undefined): Viewer {
  if (!viewer) throw problem(401, 'The stored settings are for those who manage the video or channel.')
  return viewer
}

/** Spec 03 §23. */
export const playerSettingsOperations = [
  implement(getVideoPlayerSettings, async ({ ctx, viewer, params, query, request }) => {
    const password = request.headers['x-peertube-video-password'] as string | undefined
    const video = query.raw
      ? await requireManagedVideo(ctx, requireSignedIn(viewer), params.id, 'UPDATE_ANY_VIDEO')
      : await requireReadableVideo(ctx, viewer, params.id, { password })
    const chosen = await findThemesOfVideo(ctx.db, video.id)
    if (!chosen) throw problem(404, 'Video not found')
    if (query.raw) return { theme: (chosen.video ?? 'channel-default') as PlayerVideoSettings['theme'] }
    return { theme: resolveTheme([chosen.video, chosen.channel], ctx.settings.current.defaults.player.theme) }
  }),

  implement(updateVideoPlayerSettings, async ({ ctx, viewer, params, body }) => {
    const video = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    await ctx.db.transaction().execute(async (tx) => {
      await upsertTheme(tx, { videoId: video.id }, body.theme, ctx.clock.now())
      await ctx.events.publish(tx, playerSettingsChanged, { videoId: video.id })
    })
    return { theme: body.theme }
  }),

  implement(getChannelPlayerSettings, async ({ ctx, viewer, params, query }) => {
    const { id } = await requireChannel(ctx, params.channelHandle)
    if (query.raw) await requireManagedChannelByHandle(ctx, requireSignedIn(viewer), params.channelHandle)
    const chosen = await findThemeOfChannel(ctx.db, id)
    if (query.raw) return { theme: (chosen ?? 'instance-default') as PlayerChannelSettings['theme'] }
    return { theme: resolveTheme([chosen], ctx.settings.current.defaults.player.theme) }
  }),

  implement(updateChannelPlayerSettings, async ({ ctx, viewer, params, body }) => {
    const channel = await requireManagedChannelByHandle(ctx, viewer, params.channelHandle)
    const { id: channelId, name, displayName, url } = channel
    const now = ctx.clock.now()
    await ctx.db.transaction().execute(async (tx) => {
      await upsertTheme(tx, { channelId }, body.theme, now)
      const target = { channel: { name, displayName, url } }
      const action = ChannelActivityAction.UPDATE
      await saveChannelActivity(tx, { action, channelId, accountId: viewer.accountId, target, now })
      await ctx.events.publish(tx, playerSettingsChanged, { channelId })
    })
    return { theme: body.theme }
  }),
]
