import { channelView } from '#features/accounts/public.ts'
import { findChannelByHandle } from '#features/channels/public.ts'
import { findPlaylists, playlistView, requireReadablePlaylist } from '#features/playlists/public.ts'
import { requireReadableVideo, showVideos } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { Problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { isAddress, knownAddresses } from './by-address.ts'
import { findChannelByAddress, findPlaylistByAddress, findVideoByAddress } from './by-address.sql.ts'

const none = { total: 0, data: [] }

/** The video at an address, when the viewer may read it (spec 03 §21); what this server does not know is not found. */
export async function findVideoAt(ctx: Context, viewer: Viewer | undefined, search: string) {
  const video = await findVideoByAddress(ctx.db, knownAddresses(search))
  if (!video || !(await allowed(requireReadableVideo(ctx, viewer, { uuid: video.uuid })))) return none
  const data = await showVideos(ctx, viewer, [video.id])
  return { total: data.length, data }
}

/** The channel at an address or of a full handle. */
export async function findChannelAt(ctx: Context, search: string) {
  const channel = isAddress(search)
    ? await findChannelByAddress(ctx.db, knownAddresses(search))
    : await findChannelByHandle(ctx, search)
  return channel ? { total: 1, data: [channelView(ctx.origin, channel)] } : none
}

/** The playlist at an address, when the viewer may read it. */
export async function findPlaylistAt(ctx: Context, viewer: Viewer | undefined, search: string) {
  const playlist = await findPlaylistByAddress(ctx.db, knownAddresses(search))
  if (!playlist || !(await allowed(requireReadablePlaylist(ctx, viewer, { uuid: playlist.uuid })))) return none
  const data = (await findPlaylists(ctx.db, [playlist.id])).map((row) => playlistView(ctx.origin, row))
  return { total: data.length, data }
}

async function allowed(access: Promise<unknown>): Promise<boolean> {
  try {
    await access
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
