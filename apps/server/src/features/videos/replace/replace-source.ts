import { maxResumableSize } from '@sepiola/contract/limits.ts'
import {
  replaceVideoSourceResumable,
  replaceVideoSourceResumableCancel,
  replaceVideoSourceResumableInit,
} from '@sepiola/contract/operations/video.ts'
import { findChannelAccessById } from '#features/channels/public.ts'
import { requireQuota } from '#features/users/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { requireRow } from '../read/require-video.ts'
import { findSource } from '../read/video-parts.sql.ts'
import { sourceView } from '../read/video.view.ts'
import { checkFileType } from '../upload/check-new-video.ts'
import { uploadId } from '../upload/resumable-protocol.ts'
import { announceUpload, giveUpUpload, receiveUpload } from '../upload/resumable-session.ts'
import { finishReplacement } from './finish-replacement.ts'
import { requireReplaceable } from './require-replaceable.ts'

/** What a session keeps of its request. */
interface ReplacementAttributes {
  /** Of the video. */
  replaces: number
}

/** Another file for a video, by the same protocol as a new one's (spec 03 §4). */
export const replaceOperations = [
  implement(replaceVideoSourceResumableInit, async (call) => {
    const { ctx, viewer, params, headers, body } = call
    const size = headers['x-upload-content-length']
    const mimeType = headers['x-upload-content-type']
    const video = await requireReplaceable(ctx, viewer, params.id)
    checkFileType(ctx, mimeType)
    if (size > maxResumableSize) throw problem('max_file_size_reached', 'This file is too large.')
    const channel = await findChannelAccessById(ctx.db, video.channelId, viewer.accountId)
    if (channel?.ownerUserId != null) await requireQuota(ctx, channel.ownerUserId, size)

    const name = `${video.uuid} ${body.filename}`
    const id = uploadId(viewer.userId, name, size, body.lastModified ?? ctx.clock.now().getTime())
    const session = { id, userId: viewer.userId, filename: body.filename, mimeType, size }
    return announceUpload(call, session, async (): Promise<ReplacementAttributes> => ({ replaces: video.id }))
  }),

  implement(
    replaceVideoSourceResumable,
    async (call) => {
      const { ctx, viewer, params } = call
      const video = await requireRow(ctx, params.id, viewer)
      return receiveUpload(call, call.query.upload_id, {
        owns: (session) => (session.attributes as Partial<ReplacementAttributes>).replaces === video.id,
        finish: (session) => finishReplacement(ctx, viewer, session, video.id),
        answer: async (id) => {
          const source = await findSource(ctx.db, id)
          return source && sourceView(ctx.origin, source)
        },
      })
    },
    { rawBody: true },
  ),

  implement(replaceVideoSourceResumableCancel, (call) => giveUpUpload(call, call.query.upload_id), { rawBody: true }),
]
