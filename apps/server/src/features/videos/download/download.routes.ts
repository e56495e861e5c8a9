import { extname } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  getDownloadOriginalVideoFilesByFilename,
  getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension,
  getDownloadTorrentsByFilename,
  getDownloadWebVideosByIdByResolutionByExtension,
} from '@sepiola/contract/operations/video-download.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requirePlainName, sendStoredFile } from '../files/send-stored-file.ts'
import { sendTorrent } from '../files/send-torrent.ts'
import { hlsKey, webVideoKey } from '../files/video-file-keys.ts'
import { requireReadableVideo } from '../read/require-video.ts'
import { findTokenHolder } from '../read/video-file-token.ts'
import { readVideoRef } from '../read/video-ref.ts'
import { askForDownload, countOnce, credentialsOf, safeName } from './download-request.ts'
import { findFileOfResolution, findKeptOriginal, findTorrent, mayUserManage } from './download.sql.ts'
import { generateDownload } from './generate-download.ts'
import { paceDownload } from './pace-downloads.ts'

interface Download {
  ctx: Context
  viewer: Viewer | undefined
  request: FastifyRequest
  reply: FastifyReply
}

/** Attachments (spec 05 §15). */
export const downloadOperations = [
  implement(getDownloadWebVideosByIdByResolutionByExtension, (call) => downloadVideo(call, 'web', call.params)),
  implement(getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension, (call) =>
    downloadVideo(call, 'hls', call.params),
  ),
  implement(getDownloadTorrentsByFilename, (call) => downloadTorrent(call, call.params.filename)),
  implement(getDownloadOriginalVideoFilesByFilename, (call) => downloadOriginal(call, call.params.filename)),
  generateDownload,
]

async function downloadVideo(
  { ctx, viewer, request, reply }: Download,
  kind: 'web' | 'hls',
  { id, resolution }: { id: string; resolution: string },
): Promise<FastifyReply> {
  const ref = readVideoRef(id)
  if (!ref) throw problem(400, 'Incorrect request parameters: id')
  const video = await requireReadableVideo(ctx, viewer, ref, credentialsOf(request))
  const file = /^\d{1,5}$/.test(resolution)
    ? await findFileOfResolution(ctx.db, video.id, Number(resolution), kind)
    : undefined
  if (!file) throw problem(404, 'Video file not found')
  const context = { req: request, res: reply, video, videoFile: file }
  await askForDownload(ctx, 'filter:api.download.video.allowed.result', context)
  await countOnce(ctx, request, video.id)
  const suffix = kind === 'hls' ? '-hls' : ''
  return sendStoredFile(
    ctx,
    request,
    reply,
    kind === 'web'
      ? { area: 'web_videos', key: webVideoKey(video, file.filename) }
      : { area: 'streaming_playlists', key: hlsKey(video, file.filename) },
    {
      downloadName: safeName(`${video.name}-${file.resolution}p${suffix}${file.extname}`),
      pace: (stream) => paceDownload(ctx, request.ip, stream),
    },
  )
}

async function downloadTorrent({ ctx, request, reply }: Download, name: string): Promise<FastifyReply> {
  const torrent = await findTorrent(ctx.db, requirePlainName(name))
  if (!torrent) throw plainProblem(404)
  const downloadName = safeName(`${torrent.videoName}-${torrent.resolution}p.torrent`)
  const context = { req: request, res: reply, torrentFilename: name, downloadName }
  await askForDownload(ctx, 'filter:api.download.torrent.allowed.result', context)
  return sendTorrent(ctx, request, reply, name, { downloadName })
}

/** Only for those who manage the video, by session or by a file token of theirs. */
async function downloadOriginal({ ctx, viewer, request, reply }: Download, name: string): Promise<FastifyReply> {
  const source = await findKeptOriginal(ctx.db, requirePlainName(name))
  if (!source) throw problem(404, 'Original file not found')
  const userId = viewer?.userId ?? (await userOfToken(ctx, credentialsOf(request).fileToken, source.uuid))
  if (userId === undefined) throw problem(401, 'The original file is for those who manage the video.')
  if (!(await mayUserManage(ctx.db, userId, source.uuid))) throw problem(403, 'Cannot manage this video.')
  const downloadName = safeName(source.inputFilename || `original${extname(name)}`)
  return sendStoredFile(
    ctx,
    request,
    reply,
    { area: 'original_video_files', key: name },
    { downloadName, pace: (stream) => paceDownload(ctx, request.ip, stream) },
  )
}

async function userOfToken(ctx: Context, fileToken: string | undefined, uuid: string): Promise<number | undefined> {
  if (fileToken === undefined) return undefined
  const user = await findTokenHolder(ctx, fileToken, uuid)
  if (!user?.userId) throw problem(403, 'This token does not open the original file.')
  return user.userId
}
