import { getUsersMeVideoPlaylistsVideosExist } from '@sepiola/api-client/endpoints/video-playlists/get-users-me-video-playlists-videos-exist.ts'
import { call } from '#lib/api/call.ts'

/** By video: one's own playlists that hold it, identifier → name. */
export type PlaylistsOf = Readonly<Record<number, ReadonlyMap<number, string>>>

/** At most 100 videos. */
export async function readPlaylists(videoIds: number[]): Promise<PlaylistsOf> {
  if (videoIds.length === 0) return {}
  const found = await call(getUsersMeVideoPlaylistsVideosExist, { query: { videoIds } })
  return Object.fromEntries(
    Object.entries(found).map(([id, places]) => [
      id,
      new Map(places.map(({ playlistId, playlistDisplayName }) => [playlistId, playlistDisplayName])),
    ]),
  )
}
