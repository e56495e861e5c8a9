import { PlaylistPrivacy } from '@sepiola/contract/enums.ts'
import type { Reference } from '@sepiola/contract/lenient.ts'
import { getServicesOembed } from '@sepiola/contract/operations/services.ts'
import { findPlaylists, playlistView, requirePlaylist } from '#features/playlists/public.ts'
import { getVideoDetails, readVideoRef } from '#features/videos/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { oEmbedView, type Embeddable } from './oembed.view.ts'

const watchPath = /^\/(?:videos\/watch|w)\/([^/;]+)$/
const playlistPath = /^\/(?:videos\/watch\/playlist|w\/p)\/([^/;]+)$/

/**
 * oEmbed of the address of a video's or playlist's page, as JSON or XML: 400 foreign or bad, 404 unknown, 403 not public
 * (spec 03 §19).
 */
export const getOembed = implement(getServicesOembed, async ({ ctx, query, reply }) => {
  const describe = async () => {
    const asked = new URL(query.url)
    return oEmbedView(ctx.origin.url, await findEmbeddable(ctx, asked), asked, query)
  }
  // It tells what anonymous viewers see, whoever asks.
  if (query.format !== 'xml') return answerOnce(ctx, undefined, ['oembed', query], describe)
  const { buildXml } = await import('#foundation/xml/build-xml.ts')
  const value = Object.entries(await describe()).map(([name, told]) => ({ name, value: told }))
  return reply.type('text/xml; charset=utf-8').send(buildXml({ name: 'oembed', value }))
})

async function findEmbeddable(ctx: Context, asked: URL): Promise<Embeddable> {
  const path = asked.origin === ctx.origin.url ? asked.pathname : ''
  const video = readVideoRef(watchPath.exec(path)?.[1] ?? '')
  if (video) return embeddableVideo(ctx, video)
  const playlist = readVideoRef(playlistPath.exec(path)?.[1] ?? '')
  if (playlist) return embeddablePlaylist(ctx, playlist)
  throw problem(400, 'This is not the address of a video or playlist of this server.')
}

async function embeddableVideo(ctx: Context, reference: Reference): Promise<Embeddable> {
  const video = await getVideoDetails(ctx, undefined, reference, undefined).catch((error: unknown) => {
    const refused = error instanceof Problem && (error.status === 401 || error.status === 403)
    throw refused ? problem(403, 'The video is not public.') : error
  })
  return { ...video, author: video.channel }
}

/** As with videos, who knows the identifier of an unlisted one may embed it; its number can be guessed. */
async function embeddablePlaylist(ctx: Context, reference: Reference): Promise<Embeddable> {
  const { id, privacy } = await requirePlaylist(ctx, undefined, reference)
  const open = privacy === PlaylistPrivacy.PUBLIC || (privacy === PlaylistPrivacy.UNLISTED && 'uuid' in reference)
  if (!open) throw problem(403, 'The playlist is not public.')
  const [row] = await findPlaylists(ctx.db, [id])
  if (!row) throw problem(404, 'Video playlist not found')
  const playlist = playlistView(ctx.origin, row)
  return { ...playlist, name: playlist.displayName, author: playlist.videoChannel ?? playlist.ownerAccount }
}
