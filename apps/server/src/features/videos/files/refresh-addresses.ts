import { p2pInfohashes } from '@sepiola/media/hls.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { videoFilesChanged, videoUpdated } from '../videos.events.ts'
import { findFilesForMove, findPlaylist, setPlaylistInfohashes } from './files.sql.ts'
import { hlsUrl } from './video-file-urls.ts'

interface Located {
  id: number
  uuid: string
  privacy: number
}

/** The swarm ids follow the URL of the master playlist. */
export async function refreshInfohashes(ctx: Context, tx: Tx, video: Located): Promise<void> {
  const playlist = await findPlaylist(tx, video.id)
  if (!playlist) return
  const { hls } = await findFilesForMove(tx, video.id)
  const masterUrl = hlsUrl(ctx.origin, video, playlist.playlistFilename)
  const resolutions = hls.map((file) => file.resolution)
  await setPlaylistInfohashes(tx, playlist.id, p2pInfohashes(masterUrl, resolutions))
}

/** After the server's address changed: swarm ids, which are made of it, and torrents, which name it. */
export async function refreshAddresses(ctx: Context, tx: Tx, video: Located): Promise<void> {
  await refreshInfohashes(ctx, tx, video)
  await ctx.events.publish(tx, videoUpdated, { videoId: video.id, torrentsOutdated: true })
  // Playlists of captions name it too.
  await ctx.events.publish(tx, videoFilesChanged, { videoId: video.id })
}
