import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { importVideo } from '@sepiola/contract/operations/video-imports.ts'
import type { BodyOf } from '@sepiola/contract/operation.ts'
import { requireManagedChannel } from '#features/channels/public.ts'
import {
  checkNsfw,
  checkPasswords,
  findConstantFaults,
  sentImage,
  storeThumbnails,
  type StoredThumbnail,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type ReceivedFile } from '#foundation/http/implement.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { PrivateAddressError } from '#foundation/net/public-address.ts'
import { showImport } from '../list/list-imports.ts'
import { nameOfFile } from '../remote/describe-direct-file.ts'
import { readRemoteVideo, refusePrivateHost } from '../remote/read-remote-video.ts'
import { RemoteVideoError, type RemoteVideo } from '../remote/remote-video.ts'
import { readMagnetName, readTorrentName } from '../torrents/read-torrent.ts'
import { createImport, type NewImport } from './create-import.ts'
import { storeRemoteThumbnail } from './store-remote-thumbnail.ts'

type Body = BodyOf<typeof importVideo>

/** In the order of spec 03 §11. */
export const createImportRoute = implement(
  importVideo,
  async ({ ctx, viewer, body, files }) => {
    const torrent = files.torrentfile
    checkNsfw(body)
    checkPasswords(body)
    requireEnabled(ctx, body, torrent)
    await requireManagedChannel(ctx, viewer, body.channelId)
    const source = await findSource(ctx, viewer, body, torrent)
    let thumbnails: StoredThumbnail[] = []
    try {
      thumbnails = await takeThumbnails(ctx, source.remote, sentImage(files))
      const created = await createImport(ctx, viewer, { ...source, attributes: body, thumbnails, channelSyncId: null })
      return showImport(ctx, viewer, created)
    } catch (error) {
      for (const { filename } of thumbnails) await ctx.storage.remove('thumbnails', filename)
      if (source.payload.torrentFile) await ctx.storage.remove('tmp_persistent', source.payload.torrentFile)
      throw error
    }
  },
  { findFaults: findConstantFaults },
)

function requireEnabled(ctx: Context, { targetUrl, magnetUri }: Body, torrent: ReceivedFile | undefined): void {
  const { http, torrent: torrents } = ctx.settings.current.import.videos
  if (targetUrl !== undefined && !http.enabled) throw problem(409, 'Import of videos by address is disabled.')
  if ((magnetUri !== undefined || torrent) && !torrents.enabled) {
    throw problem(409, 'Import of videos by torrent is disabled.')
  }
}

type Source = Pick<NewImport, 'target' | 'payload'> & { remote: RemoteVideo }

/** A torrent tells nothing but the name of its file. */
function named(filename: string | null): RemoteVideo {
  const name = nameOfFile(filename ?? '')
  return { ...(name === undefined ? {} : { name }), nsfw: false, tags: [], chapters: [], subtitles: [] }
}

async function findSource(
  ctx: Context,
  viewer: Viewer,
  body: Body,
  torrent: ReceivedFile | undefined,
): Promise<Source> {
  const { targetUrl, magnetUri } = body
  if (targetUrl !== undefined) {
    await refusePrivateHost(ctx, targetUrl).catch((error: unknown) => toProblem(error, targetUrl))
    await askPlugins(ctx, 'filter:api.video.pre-import-url.accept.result', body, viewer)
    const remote = await readRemoteVideo(ctx, targetUrl, ctx.stopping).catch((error: unknown) =>
      toProblem(error, targetUrl),
    )
    return { target: { targetUrl, magnetUri: null, torrentName: null }, payload: { type: 'youtube-dl' }, remote }
  }
  if (magnetUri === undefined && !torrent) throw problem(400, 'targetUrl, magnetUri or torrentfile is required.')
  await askPlugins(ctx, 'filter:api.video.pre-import-torrent.accept.result', body, viewer)
  if (magnetUri !== undefined) {
    const target = { targetUrl: null, magnetUri, torrentName: null }
    return { target, payload: { type: 'magnet-uri' }, remote: named(readMagnetName(magnetUri)) }
  }
  const content = await readFile(torrent!.path)
  const name = readTorrentName(content)
  const torrentFile = `import-${randomUUID()}.torrent`
  await ctx.storage.write('tmp_persistent', torrentFile, content)
  const target = { targetUrl: null, magnetUri: null, torrentName: name }
  return { target, payload: { type: 'torrent-file', torrentFile }, remote: named(name) }
}

async function askPlugins(
  ctx: Context,
  hook: 'filter:api.video.pre-import-url.accept.result' | 'filter:api.video.pre-import-torrent.accept.result',
  videoImportBody: Body,
  user: Viewer,
): Promise<void> {
  const start: { accepted: boolean; errorMessage?: string } = { accepted: true }
  const verdict = await ctx.hooks.filter(hook, start, { videoImportBody, user })
  if (verdict?.accepted !== true) throw problem(403, verdict?.errorMessage ?? 'Refused to import the video.')
}

/** The image that came with the request, else that of the other side. */
function takeThumbnails(
  ctx: Context,
  { thumbnailUrl }: RemoteVideo,
  image: ReceivedFile | undefined,
): Promise<StoredThumbnail[]> {
  if (!image) return storeRemoteThumbnail(ctx, thumbnailUrl)
  const { path, filename } = image
  return storeThumbnails(ctx, { path, extension: extname(filename), automaticallyGenerated: false })
}

function toProblem(error: unknown, targetUrl: string): never {
  const extras = { targetUrl }
  if (error instanceof PrivateAddressError) {
    throw problem(403, 'The address leads into a private network.', { extras })
  }
  if (error instanceof RemoteVideoError) throw problem(400, error.message, { extras })
  if (error instanceof Problem) throw error
  throw new Error(`${targetUrl} cannot be imported`, { cause: error })
}
