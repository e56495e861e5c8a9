import { PlaylistPrivacy, PlaylistType } from '@sepiola/contract/enums.ts'
import type { Reference } from '@sepiola/contract/lenient.ts'
import type { UserRight } from '@sepiola/contract/rights.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { findPlaylistAccess, type PlaylistAccess } from './playlist-access.sql.ts'

/** Throws 404. */
export async function requirePlaylist(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: Reference,
): Promise<PlaylistAccess> {
  const playlist = await findPlaylistAccess(ctx.db, ref, viewer?.accountId ?? null)
  if (!playlist) throw problem(404, 'Video playlist not found')
  return playlist
}

/** Owner, manager of its channel, or holder of `right` over all playlists. */
function mayManage(viewer: Viewer, playlist: PlaylistAccess, right: UserRight): boolean {
  const overChannel = playlist.channelId !== null && can(viewer, 'MANAGE_ANY_VIDEO_CHANNEL')
  return playlist.manages || overChannel || can(viewer, right)
}

/** Spec 04 §6.3. Throws 404 (also for an unlisted one by its number), 401, 403. */
export async function requireReadablePlaylist(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: Reference,
): Promise<PlaylistAccess> {
  const playlist = await requirePlaylist(ctx, viewer, ref)
  if (playlist.privacy === PlaylistPrivacy.UNLISTED && 'id' in ref) throw problem(404, 'Video playlist not found')
  if (playlist.privacy !== PlaylistPrivacy.PRIVATE) return playlist
  if (!viewer) throw problem(401, 'This playlist is private: sign in to see it.')
  if (!mayManage(viewer, playlist, 'UPDATE_ANY_VIDEO_PLAYLIST')) throw problem(403, 'This playlist is private.')
  return playlist
}

/** A playlist of this server that the viewer may change. Throws 404, 403. */
export async function requireManagedPlaylist(
  ctx: Context,
  viewer: Viewer,
  ref: Reference,
  right: 'UPDATE_ANY_VIDEO_PLAYLIST' | 'REMOVE_ANY_VIDEO_PLAYLIST',
): Promise<PlaylistAccess> {
  const playlist = await requirePlaylist(ctx, viewer, ref)
  requireManager(viewer, playlist, right)
  return playlist
}

/** Throws 403. */
export function requireManager(viewer: Viewer, playlist: PlaylistAccess, right: UserRight): void {
  if (!playlist.isLocal) throw problem(403, 'Cannot manage a playlist of another server.')
  if (!mayManage(viewer, playlist, right)) throw problem(403, 'Cannot manage a playlist of another user.')
}

/** Throws 400. */
export function refuseWatchLater(playlist: PlaylistAccess): void {
  if (playlist.type === PlaylistType.WATCH_LATER) {
    throw problem(400, 'The playlist "Watch later" can be neither changed nor deleted; its elements can.')
  }
}
