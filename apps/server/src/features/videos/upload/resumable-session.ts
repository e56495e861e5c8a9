import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { Problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { stopWriting, uploadActivity, whileBusy } from './busy-uploads.ts'
import { isUploadIdOf, parseContentRange, ProtocolError, readChecksum, uploadLocation } from './resumable-protocol.ts'
import { discardUpload, partialPath, removeTemporaryFiles } from './upload-files.ts'
import { findSession, saveSession, touchSession, type UploadSession } from './upload-session.sql.ts'
import { receivedBytes, writeChunk } from './write-chunk.ts'

/** A request of the resumable protocol (spec 03 §3.3). */
export interface ResumableCall {
  ctx: Context
  viewer: Viewer
  request: FastifyRequest
  reply: FastifyReply
}

/** What a complete upload is for. */
export interface UploadPurpose<Answer> {
  /** Whether the session was announced for this. */
  owns(session: UploadSession): boolean
  /** The bytes are here. Doing it twice is doing it once; the session is claimed in its transaction. */
  finish(session: UploadSession): Promise<{ id: number }>
  /** What the client is told of the video that has the file. */
  answer(videoId: number): Promise<Answer | undefined>
}

/** Opens a session, or goes on with one. `attributes`: made only when no chunk of it is just being written. */
export async function announceUpload(
  { ctx, request, reply }: ResumableCall,
  session: Omit<UploadSession, 'attributes' | 'createdKeys' | 'videoId'>,
  attributes: () => Promise<unknown>,
): Promise<FastifyReply> {
  if (uploadActivity(ctx, session.id)) return refuse(reply, new ProtocolError('FileLocked'))
  await saveSession(ctx.db, { ...session, attributes: await attributes() }, ctx.clock.now())

  const received = await receivedBytes(partialPath(ctx, session))
  const path = request.url.split('?')[0]!
  reply.header('Location', uploadLocation(request.headers, path, session.id))
  reply.header('Access-Control-Expose-Headers', received > 0 ? 'Location, Range' : 'Location')
  reply.header('Cache-Control', 'no-store')
  if (received > 0) reply.header('Range', `bytes=0-${received - 1}`)
  return reply.code(received > 0 ? 200 : 201).send()
}

/** Takes a chunk; the last one ends the upload. */
export async function receiveUpload<Answer>(
  call: ResumableCall,
  uploadId: string,
  purpose: UploadPurpose<Answer>,
): Promise<Answer | FastifyReply> {
  const { ctx, viewer, request, reply } = call
  try {
    const session = await requireSession(ctx, viewer, uploadId, purpose)
    if (session.videoId === null) {
      if (!(await takeChunk(ctx, session, request, reply))) return reply
      const { id } = await whileBusy(ctx, session.id, 'finishing', () => finish(ctx, session, purpose))
      session.videoId = id
    }
    const answer = await purpose.answer(session.videoId)
    if (answer === undefined) throw new ProtocolError('FileNotFound')
    return answer
  } catch (error) {
    if (error instanceof ProtocolError) return refuse(reply, error)
    throw error
  }
}

export async function giveUpUpload({ ctx, viewer, reply }: ResumableCall, uploadId: string): Promise<FastifyReply> {
  if (!isUploadIdOf(viewer.userId, uploadId)) return refuse(reply, new ProtocolError('Forbidden'))
  if (uploadActivity(ctx, uploadId) === 'finishing') return refuse(reply, new ProtocolError('UploadBeingProcessed'))
  await stopWriting(ctx, uploadId)
  await discardUpload(ctx, uploadId)
  return reply.code(204).send()
}

async function requireSession(
  ctx: Context,
  viewer: Viewer,
  id: string,
  purpose: Pick<UploadPurpose<unknown>, 'owns'>,
): Promise<UploadSession> {
  if (!isUploadIdOf(viewer.userId, id)) throw new ProtocolError('Forbidden')
  const activity = uploadActivity(ctx, id)
  if (activity === 'finishing') throw new ProtocolError('UploadBeingProcessed')
  const session = await findSession(ctx.db, id)
  if (!session || !purpose.owns(session)) throw new ProtocolError('FileNotFound')
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
async function finish(
  ctx: Context,
  session: UploadSession,
  purpose: Pick<UploadPurpose<unknown>, 'finish'>,
): Promise<{ id: number }> {
  try {
    const video = await purpose.finish(session)
    await removeTemporaryFiles(ctx, session)
    return video
  } catch (error) {
    if (error instanceof Problem) await discardUpload(ctx, session.id)
    throw error
  }
}

function refuse(reply: FastifyReply, error: ProtocolError): FastifyReply {
  return reply
    .code(error.status)
    .headers({ 'Cache-Control': 'no-store', ...error.headers })
    .send(error.body())
}
