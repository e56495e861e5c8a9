import { maxResumableSize } from '@sepiola/contract/limits.ts'
import { uploadResumable, uploadResumableCancel, uploadResumableInit } from '@sepiola/contract/operations/video.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { findConstantFaults } from '../constants/find-constant-faults.ts'
import { checkNewVideo } from './check-new-video.ts'
import { finishUpload } from './finish-upload.ts'
import { uploadId } from './resumable-protocol.ts'
import { announceUpload, giveUpUpload, receiveUpload } from './resumable-session.ts'
import { uploadAttributes } from './upload-attributes.ts'
import { imagePath, keepImage, partialPath, sentImage, type StoredAttributes } from './upload-files.ts'
import { findVideoUuid } from './upload-session.sql.ts'

/** Bytes of the JSON that announces an upload (spec 03 §3.3). */
const metadataLimit = 10 * 1024 * 1024

/** Announces an upload; the same file announced again goes on where it stopped. */
export const initUpload = implement(
  uploadResumableInit,
  async (call) => {
    const { ctx, headers, body, files, viewer } = call
    const size = headers['x-upload-content-length']
    const mimeType = headers['x-upload-content-type']
    if (size > maxResumableSize) throw problem('max_file_size_reached', 'This file is too large.')
    await checkNewVideo(ctx, viewer, body, { mimeType, size })
    const id = uploadId(viewer.userId, body.name, size, body.lastModified ?? ctx.clock.now().getTime())
    const session = { id, userId: viewer.userId, filename: body.filename, mimeType, size }
    return announceUpload(call, session, async (): Promise<StoredAttributes> => {
      const image = sentImage(files)
      return { body, image: image && (await keepImage(ctx, session, image)) }
    })
  },
  { bodyLimit: metadataLimit, findFaults: findConstantFaults },
)

/** Takes a chunk; the last one makes the upload a video. */
export const uploadChunk = implement(
  uploadResumable,
  (call) => {
    const { ctx, viewer } = call
    return receiveUpload(call, call.query.upload_id, {
      owns: (session) => 'body' in (session.attributes as object),
      finish: (session) => {
        const { body, image } = session.attributes as StoredAttributes
        return finishUpload(ctx, viewer, {
          sessionId: session.id,
          attributes: uploadAttributes().parse(body),
          path: partialPath(ctx, session),
          imagePath: image === undefined ? undefined : imagePath(ctx, session, image),
        })
      },
      answer: async (id) => {
        const uuid = await findVideoUuid(ctx.db, id)
        return uuid === undefined ? undefined : { video: { id, uuid, shortUUID: uuidToShort(uuid) } }
      },
    })
  },
  { rawBody: true },
)

export const cancelUpload = implement(uploadResumableCancel, (call) => giveUpUpload(call, call.query.upload_id), {
  rawBody: true,
})
