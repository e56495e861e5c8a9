import type { FastifyReply, FastifyRequest } from 'fastify'
import { maxResumableSize } from '@sepiola/contract/limits.ts'
import { uploadResumable, uploadResumableCancel, uploadResumableInit } from '@sepiola/contract/operations/video.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { stopWriting, uploadActivity, whileBusy } from './busy-uploads.ts'
import { checkNewVideo } from './check-new-video.ts'
import { finishUpload } from './finish-upload.ts'
import {
  isUploadIdOf,
  parseContentRange,
  ProtocolError,
  readChecksum,
  uploadId,
  uploadLocation,
} from './resumable-protocol.ts'
import { uploadAttributes } from './upload-attributes.ts'
import {
  discardUpload,
  imagePath,
  keepImage,
  partialPath,
  removeTemporaryFiles,
  sentImage,
  type StoredAttributes,
} from './upload-files.ts'
import { findSession, findVideoUuid, saveSession, touchSession, type UploadSession } from './upload-session.sql.ts'
import { receivedBytes, writeChunk } from './write-chunk.ts'

/** Bytes of the JSON that announces an upload (spec 03 §3.3). */
const metadataLimit = 10 * 1024 * 1024

/** Announces an upload; the same file announced again goes on where it stopped. */
export const initUpload = implement(
  uploadResumableInit,
  async ({ ctx, headers, body, files, viewer, request, reply }) => {
    const size = headers['x-upload-content-length']
    const mimeType = headers['x-upload-content-type']
    if (size > maxResumableSize) throw problem('max_file_size_reached', 'This file is too large.')
    await checkNewVideo(ctx, viewer, body, { mimeType, size })

    const id = uploadId(viewer.userId, body.name, size, body.lastModified ?? ctx.clock.now().getTime())
    if (uploadActivity(ctx, id)) return refuse(reply, new ProtocolError('FileLocked'))
    const session = { id, userId: viewer.userId, filename: body.filename, mimeType, size }
    const image = sentImage(files)
    const attributes: StoredAttributes = { body, image: image && (await keepImage(ctx, session, image)) }
    await saveSession(ctx.db, { ...session, attributes }, ctx.clock.now())

    const received = await receivedBytes(partialPath(ctx, session))
    const path = request.url.split('?')[0]!
    reply.header('Location', uploadLocation(request.headers, path, id))
    reply.header('Access-Control-Expose-Headers', received > 0 ? 'Location, Range' : 'Location')
    reply.header('Cache-Control', 'no-store')
    if (received > 0) reply.header('Range', `bytes=0-${received - 1}`)
    return reply.code(received > 0 ? 200 : 201).send()
  },
  { bodyLimit: metadataLimit },
)

/** Takes a chunk; the last one makes the upload a video. */
export const uploadChunk = implement(
  uploadResumable,
  async ({ ctx, query, viewer, request, reply }) => {
    try {
      const session = await requireSession(ctx, viewer, query.upload_id)
      if (session.videoId !== null) return await answerVideo(ctx, session.videoId)
      const complete = await takeChunk(ctx, session, request, reply)
      if (!complete) return reply
      const video = await whileBusy(ctx, session.id, 'finishing', () => finish(ctx, viewer, session))
      return await answerVideo(ctx, video.id)
    } catch (error) {
      if (error instanceof ProtocolError) return refuse(reply, error)
      throw error
    }
  },
  { rawBody: true },
)

export const cancelUpload = implement(
  uploadResumableCancel,
  async ({ ctx, query, viewer, reply }) => {
    if (!isUploadIdOf(viewer.userId, query.upload_id)) return refuse(reply, new ProtocolError('Forbidden'))
    if (uploadActivity(ctx, query.upload_id) === 'finishing') {
      return refuse(reply, new ProtocolError('UploadBeingProcessed'))
    }
    await stopWriting(ctx, query.upload_id)
    await discardUpload(ctx, query.upload_id)
    return reply.code(204).send()
  },
  { rawBody: true },
)

async function requireSession(ctx: Context, viewer: Viewer, id: string): Promise<UploadSession> {
  if (!isUploadIdOf(viewer.userId, id)) throw new ProtocolError('Forbidden')
  const activity = uploadActivity(ctx, id)
  if (activity === 'finishing') throw new ProtocolError('UploadBeingProcessed')
  const session = await findSession(ctx.db, id)
  if (!session) throw new ProtocolError('FileNotFound')
  return session
}

/** True when all bytes are here; else the client was told how many are. */
async function takeChunk(
  ctx: Context,
  session: UploadSession,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const range = parseContentRange(request.headers['content-range'])
  const path = partialPath(ctx, session)
  const size = Math.min(session.size, range.total ?? session.size)
  let received: number
  if (range.start === undefined) {
    received = await receivedOrPlaced(ctx, session, path)
  } else {
    if (uploadActivity(ctx, session.id)) throw new ProtocolError('FileLocked')
    const header = request.headers['content-length']
    const contentLength = header === undefined ? undefined : Number(header)
    const checksum = readChecksum(request.headers)
    const chunk = { range: { ...range, start: range.start }, contentLength, checksum, body: request.raw }
    const write = async () => {
      const placed = await receivedOrPlaced(ctx, session, path)
      if (placed === session.size) return placed
      await touchSession(ctx.db, session.id, size, ctx.clock.now())
      return writeChunk(path, session.size, chunk)
    }
    received = await whileBusy(ctx, session.id, 'writing', write, () => request.raw.destroy())
    session.size = size
  }
  if (received === session.size) return true
  reply.raw.statusMessage = 'Resume Incomplete'
  reply.header('Cache-Control', 'no-store')
  if (received > 0) {
    reply.header('Range', `bytes=0-${received - 1}`)
    reply.header('Access-Control-Expose-Headers', 'Range')
  }
  reply.code(308).send()
  return false
}

/** Bytes on disk; all of them when an earlier try of the end had moved the file into its place. */
async function receivedOrPlaced(ctx: Context, session: UploadSession, path: string): Promise<number> {
  const received = await receivedBytes(path)
  const [placed] = session.createdKeys
  if (received > 0 || !placed) return received
  const stored = await ctx.storage.stat(placed.area, placed.key)
  return stored?.size === session.size ? stored.size : 0
}

/** Refusals end the upload; after a fault of ours the client may send its last chunk again. */
async function finish(ctx: Context, viewer: Viewer, session: UploadSession) {
  const { body, image } = session.attributes as StoredAttributes
  try {
    const video = await finishUpload(ctx, viewer, {
      sessionId: session.id,
      attributes: uploadAttributes().parse(body),
      path: partialPath(ctx, session),
      imagePath: image === undefined ? undefined : imagePath(ctx, session, image),
    })
    await removeTemporaryFiles(ctx, session)
    return video
  } catch (error) {
    if (error instanceof Problem) await discardUpload(ctx, session.id)
    throw error
  }
}

async function answerVideo(ctx: Context, id: number) {
  const uuid = await findVideoUuid(ctx.db, id)
  if (!uuid) throw new ProtocolError('FileNotFound')
  return { video: { id, uuid, shortUUID: uuidToShort(uuid) } }
}

function refuse(reply: FastifyReply, error: ProtocolError): FastifyReply {
  return reply
    .code(error.status)
    .headers({ 'Cache-Control': 'no-store', ...error.headers })
    .send(error.body())
}
