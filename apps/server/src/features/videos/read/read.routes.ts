import {
  getVideo,
  getVideoSource,
  getVideosByIdDescription,
  listVideoStoryboards,
  requestVideoToken,
} from '@sepiola/contract/operations/video.ts'
import { getVideoChapters } from '@sepiola/contract/operations/video-chapters.ts'
import { getVideosByIdMetadataByVideoFileId } from '@sepiola/contract/operations/video-files.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { getVideoDetails } from './get-video.ts'
import { requireManagedVideo, requireReadableVideo } from './require-video.ts'
import { createFileToken } from './video-file-token.ts'
import { findChapters, findDescription, findFileMetadata, findSource, findStoryboard } from './video-parts.sql.ts'
import { sourceView } from './video.view.ts'

const passwordHeader = 'x-peertube-video-password'

export const readOperations = [
  implement(getVideo, ({ ctx, viewer, params, headers }) => {
    const password = headers[passwordHeader]
    const answer = () => getVideoDetails(ctx, viewer, params.id, password)
    // Guessed passwords must not fill the cache.
    return password === undefined ? answerOnce(ctx, viewer, ['video', params.id], answer) : answer()
  }),

  implement(getVideosByIdDescription, async ({ ctx, viewer, params, headers }) => {
    const video = await requireReadableVideo(ctx, viewer, params.id, { password: headers[passwordHeader] })
    return { description: await findDescription(ctx.db, video.id) }
  }),

  implement(getVideosByIdMetadataByVideoFileId, async ({ ctx, viewer, params, request }) => {
    const password = request.headers[passwordHeader] as string | undefined
    const video = await requireReadableVideo(ctx, viewer, params.id, { password })
    const file = await findFileMetadata(ctx.db, video.id, params.videoFileId)
    if (!file) throw plainProblem(404)
    return file.metadata ?? { streams: [], format: {}, chapters: [] }
  }),

  implement(requestVideoToken, async ({ ctx, viewer, params, headers }) => {
    const password = headers[passwordHeader]
    const video = await requireReadableVideo(ctx, viewer, params.id, { password })
    // Anonymous viewers need a token only where a password opened the video for them.
    if (!viewer && video.privacy !== 5) throw problem(401, 'Only signed-in users get a token for files of this video.')
    const { token, expires } = await createFileToken(ctx, video.id, viewer?.userId ?? null)
    return { files: { token, expires: expires.toISOString() } }
  }),

  implement(getVideoChapters, async ({ ctx, viewer, params, headers }) => {
    const video = await requireReadableVideo(ctx, viewer, params.id, { password: headers[passwordHeader] })
    return { chapters: await findChapters(ctx.db, video.id) }
  }),

  implement(listVideoStoryboards, async ({ ctx, viewer, params, request }) => {
    const password = request.headers[passwordHeader] as string | undefined
    const video = await requireReadableVideo(ctx, viewer, params.id, { password })
    const storyboard = await findStoryboard(ctx.db, video.id)
    if (!storyboard) return { storyboards: [] }
    const { filename, totalHeight, totalWidth, spriteHeight, spriteWidth, spriteDuration } = storyboard
    const storyboardPath = `/lazy-static/storyboards/${filename}`
    const fileUrl = ctx.origin.url + storyboardPath
    return {
      storyboards: [{ storyboardPath, fileUrl, totalHeight, totalWidth, spriteHeight, spriteWidth, spriteDuration }],
    }
  }),

  implement(getVideoSource, async ({ ctx, viewer, params }) => {
    const video = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    const source = await findSource(ctx.db, video.id)
    if (!source) throw problem(404, 'Video source not found')
    return sourceView(ctx.origin, source)
  }),
]
