import { extname } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { getDownloadVideosGenerateByVideoIdOrUUID } from '@sepiola/contract/operations/video-download.ts'
import { FfmpegError } from '@sepiola/media/ffmpeg-error.ts'
import { streamMux, type StreamedMux } from '@sepiola/media/stream-mux.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { requireReadableVideo } from '../read/require-video.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import { hlsKey, webVideoKey } from '../files/video-file-keys.ts'
import { attachment, sendStoredFile } from '../files/send-stored-file.ts'
import { findCover, findFilesById, type MuxableFile } from './download.sql.ts'
import { askForDownload, countOnce, credentialsOf, safeName } from './download-request.ts'
import { paceDownload } from './pace-downloads.ts'

interface Stored {
  area: StorageArea
  key: string
}

/** What MP4 files can carry as cover. */
const coverTypes = ['.jpg', '.jpeg', '.png']

const runningOf = new WeakMap<Context, number>()

/** A picture and a sound file of a video as one file, made while it is sent (spec 05 §15). */
export const generateDownload = implement(
  getDownloadVideosGenerateByVideoIdOrUUID,
  async ({ ctx, viewer, params, query, request, reply }) => {
    const video = await requireReadableVideo(ctx, viewer, params.videoIdOrUUID, credentialsOf(request))
    const files = await findFilesById(ctx.db, video.id, query.videoFileIds)
    if (files.length === 0) throw problem(404, 'None of these files belongs to the video.')
    refuseTwins(files)
    await askForDownload(ctx, 'filter:api.download.generated-video.allowed.result', {
      req: request,
      res: reply,
      video,
      videoFiles: files,
    })
    const isSound = files.every((file) => file.resolution === 0)
    const isMp4 = files.every((file) => file.extname === '.mp4')
    const cover = isSound && isMp4 ? await findStoredCover(ctx, video.id) : undefined
    const extension = files.length > 1 || isMp4 ? (isSound && isMp4 ? '.m4a' : '.mp4') : files[0]!.extname
    const hasExtension = /\.(mp4|m4a)$/.test(request.url.split('?')[0]!)
    const downloadName = hasExtension ? undefined : safeName(`${video.name}${extension}`)
    const contentType = extension === '.m4a' ? 'audio/mp4' : extension === '.mp4' ? 'video/mp4' : undefined
    const stored = files.map((file) => locate(video, file))

    if (stored.length === 1 && !cover) {
      await countOnce(ctx, request, video.id)
      return sendStoredFile(ctx, request, reply, stored[0]!, {
        ...(downloadName === undefined ? {} : { downloadName }),
        ...(contentType === undefined ? {} : { contentType }),
        pace: (stream) => paceDownload(ctx, request.ip, stream),
      })
    }
    return sendMuxed(ctx, request, reply, { video, stored, cover, contentType: contentType!, downloadName })
  },
)

function refuseTwins(files: readonly MuxableFile[]): void {
  if (files.filter((file) => file.hasVideo && file.resolution > 0).length > 1) {
    throw problem(400, 'Only one of the files may have a picture.')
  }
  if (files.filter((file) => file.hasAudio).length > 1) throw problem(400, 'Only one of the files may have sound.')
}

function locate(video: AccessRow, file: MuxableFile): Stored {
  return file.isHls
    ? { area: 'streaming_playlists', key: hlsKey(video, file.filename) }
    : { area: 'web_videos', key: webVideoKey(video, file.filename) }
}

async function findStoredCover(ctx: Context, videoId: number): Promise<Stored | undefined> {
  const key = await findCover(ctx.db, videoId)
  if (key === undefined || !coverTypes.includes(extname(key))) return undefined
  return (await ctx.storage.stat('thumbnails', key)) ? { area: 'thumbnails', key } : undefined
}

interface Muxed {
  video: AccessRow
  stored: Stored[]
  cover: Stored | undefined
  contentType: string
  downloadName: string | undefined
}

async function sendMuxed(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { video, stored, cover, contentType, downloadName }: Muxed,
): Promise<FastifyReply> {
  for (const { area, key } of stored) {
    if (!(await ctx.storage.stat(area, key))) throw problem(404, 'File not found')
  }
  reply.type(contentType)
  if (downloadName !== undefined) reply.header('content-disposition', attachment(downloadName))
  if (request.method === 'HEAD') return reply.send()
  const running = runningOf.get(ctx) ?? 0
  if (running >= ctx.settings.current.download_generate_video.max_parallel_downloads) {
    throw problem(429, 'Too many downloads are being made; please try again later.')
  }
  runningOf.set(ctx, running + 1)
  const { stream } = await startMux(ctx, stored, cover, () => runningOf.set(ctx, runningOf.get(ctx)! - 1))
  await countOnce(ctx, request, video.id)
  return reply.send(paceDownload(ctx, request.ip, stream))
}

/** 503 when ffmpeg cannot do it. `onEnd`: called once, when nothing of it runs any more. */
function startMux(
  ctx: Context,
  stored: readonly Stored[],
  cover: Stored | undefined,
  onEnd: () => void,
): Promise<StreamedMux> {
  return new Promise((resolve, reject) => {
    // The local copies of remote files are there until ffmpeg has ended.
    withLocalFiles(ctx, cover ? [...stored, cover] : stored, async (paths) => {
      const files = paths.slice(0, stored.length)
      const inputs = { files, cover: paths[stored.length] }
      const mux = await streamMux({ ffmpegPath: ctx.media.ffmpegPath, inputs, signal: ctx.stopping })
      resolve(mux)
      await mux.ended
    })
      .catch((error: unknown) => {
        ctx.log.warn({ err: error }, 'A download could not be made')
        reject(error instanceof FfmpegError ? problem(503, 'The files cannot be put into one.') : error)
      })
      .finally(onEnd)
  })
}

function withLocalFiles(
  ctx: Context,
  stored: readonly Stored[],
  use: (paths: string[]) => Promise<void>,
  paths: string[] = [],
): Promise<void> {
  const [next, ...rest] = stored
  if (!next) return use(paths)
  return ctx.storage.withLocalFile(next.area, next.key, (path) => withLocalFiles(ctx, rest, use, [...paths, path]))
}
