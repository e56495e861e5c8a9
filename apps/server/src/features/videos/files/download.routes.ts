import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authenticate } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireReadableVideo } from '../read/require-video.ts'
import { findFileTokenUser } from '../read/video-file-token.ts'
import { readVideoRef } from '../read/video-ref.ts'
import { countDownload, findFileOfResolution, findKeptOriginal, findTorrent, mayUserManage } from './download.sql.ts'
import { sendStoredFile, requirePlainName } from './send-stored-file.ts'
import { hlsKey, webVideoKey } from './video-file-keys.ts'

interface Download {
  ctx: Context
  viewer: Viewer | undefined
  name: string
  fileToken: string | undefined
  request: FastifyRequest
  reply: FastifyReply
}

/** Slashes would be folders where the file is saved. */
const safeName = (name: string) => name.replaceAll(/[/\\]/g, '_')

/** Attachments (spec 05 §15). Their names hold several values each, so they are routes and not plain operations. */
export function addDownloadRoutes(app: FastifyInstance, ctx: Context): void {
  const route = (path: string, operationId: string, handle: (download: Download) => Promise<FastifyReply>) =>
    app.get<{ Params: { name: string } }>(`${path}/:name`, { config: { operationId } }, async (request, reply) => {
      const viewer = await authenticate(ctx, request)
      const { videoFileToken } = request.query as Record<string, unknown>
      const fileToken = typeof videoFileToken === 'string' ? videoFileToken : undefined
      return handle({ ctx, viewer, name: request.params.name, fileToken, request, reply })
    })
  route('/download/web-videos', 'getDownloadWebVideosByIdByResolutionByExtension', (download) =>
    downloadVideo(download, 'web', /^(.+)-(\d+)\.\w+$/),
  )
  route(
    '/download/streaming-playlists/hls/videos',
    'getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension',
    (download) => downloadVideo(download, 'hls', /^(.+)-(\d+)-fragmented\.\w+$/),
  )
  route('/download/torrents', 'getDownloadTorrentsByFilename', downloadTorrent)
  route('/download/original-video-files', 'getDownloadOriginalVideoFilesByFilename', downloadOriginal)
}

async function downloadVideo(download: Download, kind: 'web' | 'hls', pattern: RegExp): Promise<FastifyReply> {
  const { ctx, viewer, request, reply, fileToken } = download
  const [, id, resolution] = pattern.exec(download.name) ?? []
  const ref = id === undefined ? undefined : readVideoRef(id)
  if (!ref) throw problem(400, 'Incorrect request parameters: id')
  const password = request.headers['x-peertube-video-password'] as string | undefined
  const video = await requireReadableVideo(ctx, viewer, ref, { password, fileToken })
  const file = await findFileOfResolution(ctx.db, video.id, Number(resolution), kind)
  if (!file) throw problem(404, 'Video file not found')
  const allowed = await ctx.hooks.filter(
    'filter:api.download.video.allowed.result',
    { allowed: true } as { allowed: boolean; errorMessage?: string },
    { req: request, res: reply, video, videoFile: file },
  )
  if (!allowed.allowed) throw problem(403, allowed.errorMessage ?? 'Refused to download')
  // Only what starts at the beginning is a new download; the rest are its continuations.
  if (request.method === 'GET' && !/^bytes=[1-9]/.test(request.headers.range ?? '')) {
    await countDownload(ctx.db, video.id, ctx.clock.now())
  }
  const suffix = kind === 'hls' ? '-hls' : ''
  return sendStoredFile(
    ctx,
    request,
    reply,
    kind === 'web'
      ? { area: 'web_videos', key: webVideoKey(video, file.filename) }
      : { area: 'streaming_playlists', key: hlsKey(video, file.filename) },
    { downloadName: safeName(`${video.name}-${file.resolution}p${suffix}${file.extname}`) },
  )
}

async function downloadTorrent({ ctx, name, request, reply }: Download): Promise<FastifyReply> {
  const torrent = await findTorrent(ctx.db, requirePlainName(name))
  if (!torrent) throw problem(404, 'Torrent file not found')
  const downloadName = safeName(`${torrent.videoName}-${torrent.resolution}p${torrent.isHls ? '-hls' : ''}.torrent`)
  return sendStoredFile(ctx, request, reply, { area: 'torrents', key: name }, { downloadName })
}

/** Only for those who manage the video, by session or by a file token of theirs. */
async function downloadOriginal({ ctx, viewer, name, fileToken, request, reply }: Download): Promise<FastifyReply> {
  const source = await findKeptOriginal(ctx.db, requirePlainName(name))
  if (!source) throw problem(404, 'Original file not found')
  const userId = viewer?.userId ?? (await userOfToken(ctx, fileToken, source.uuid))
  if (userId === undefined) throw problem(401, 'The original file is for those who manage the video.')
  if (!(await mayUserManage(ctx.db, userId, source.uuid))) throw problem(403, 'Cannot manage this video.')
  const downloadName = safeName(source.inputFilename || `original${extname(name)}`)
  return sendStoredFile(ctx, request, reply, { area: 'original_video_files', key: name }, { downloadName })
}

async function userOfToken(ctx: Context, fileToken: string | undefined, uuid: string): Promise<number | undefined> {
  if (fileToken === undefined) return undefined
  const user = await findFileTokenUser(ctx, fileToken, uuid)
  if (!user?.userId) throw problem(403, 'This token does not open the original file.')
  return user.userId
}
