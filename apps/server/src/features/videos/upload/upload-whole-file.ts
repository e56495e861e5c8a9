import { uploadLegacy } from '@sepiola/contract/operations/video.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { isCollaborator } from '#features/channels/public.ts'
import { requireQuota } from '#features/users/public.ts'
import { findConstantFaults } from '../constants/find-constant-faults.ts'
import { checkNewVideo } from './check-new-video.ts'
import { finishUpload } from './finish-upload.ts'
import { discardUpload, openSingleSession, sentImage } from './upload-files.ts'

/** Bytes of a multipart body that may be something else than the video: two images, fields, boundaries. */
const otherBytes = 24 * 1024 * 1024

/** The whole video in one multipart request (spec 03 §3.2). */
export const uploadWholeFile = implement(
  uploadLegacy,
  async ({ ctx, body, files, viewer }) => {
    const file = files.videofile!
    await checkNewVideo(ctx, viewer, body, file)
    const sessionId = await openSingleSession(ctx, viewer, body, file)
    try {
      const imagePath = sentImage(files)?.path
      const video = await finishUpload(ctx, viewer, { sessionId, attributes: body, path: file.path, imagePath })
      return { video: { id: video.id, uuid: video.uuid, shortUUID: uuidToShort(video.uuid) } }
    } catch (error) {
      await discardUpload(ctx, sessionId)
      throw error
    }
  },
  { before: refuseTooLargeBody, findFaults: findConstantFaults },
)

/** A body that cannot fit the quota is refused unread, where it is certain whose quota is charged. */
async function refuseTooLargeBody(early: {
  ctx: Context
  viewer: Viewer | undefined
  request: FastifyRequest
  reply: FastifyReply
}): Promise<void> {
  const { ctx, viewer, request, reply } = early
  const size = Number(request.headers['content-length'] ?? 0) - otherBytes
  if (!viewer || !(size > 0) || can(viewer, 'MANAGE_ANY_VIDEO_CHANNEL')) return
  if (await isCollaborator(ctx.db, viewer.accountId)) return
  reply.header('Connection', 'close')
  await requireQuota(ctx, viewer.userId, size)
  reply.removeHeader('Connection')
}
