import { readFile } from 'node:fs/promises'
import { addVideoCaption, delVideoCaption, getVideoCaptions } from '@sepiola/contract/operations/video-captions.ts'
import { implement } from '#foundation/http/implement.ts'
import { invalidParams, problem } from '#foundation/http/problem.ts'
import {
  captionLanguages,
  requireLocal,
  requireManagedVideo,
  requireManager,
  requireReadableVideo,
  requireRow,
} from '#features/videos/public.ts'
import { captionView } from './caption.view.ts'
import { findCaption, findCaptions } from './captions.sql.ts'
import { removeCaption, saveCaption } from './edit/save-caption.ts'
import { toWebVtt } from './edit/to-web-vtt.ts'
import { generateOperations } from './generate/generate.routes.ts'

/** 400 unless the server has it: the list is not the contract's, because plugins add and remove some. */
function requireCaptionLanguage(language: string, url: string): void {
  if (Object.hasOwn(captionLanguages(), language)) return
  const msg = 'Not a language of captions.'
  throw invalidParams([{ type: 'field', value: language, msg, path: 'captionLanguage', location: 'params' }], url)
}

export const captionOperations = [
  implement(getVideoCaptions, async ({ ctx, viewer, params, headers }) => {
    const password = headers['x-peertube-video-password']
    const video = await requireReadableVideo(ctx, viewer, params.id, { password })
    const captions = await findCaptions(ctx.db, video.id)
    return { total: captions.length, data: captions.map((caption) => captionView(ctx.origin, video, caption)) }
  }),

  implement(addVideoCaption, async ({ ctx, viewer, params, files, request }) => {
    requireCaptionLanguage(params.captionLanguage, request.url)
    const video = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    const vtt = toWebVtt(await readFile(files.captionfile!.path))
    if (vtt === undefined) throw problem(400, 'The caption is neither a WebVTT nor a SubRip file.')
    const added = { language: params.captionLanguage, vtt, automaticallyGenerated: false }
    const caption = await saveCaption(ctx, video, added, viewer.accountId)
    await ctx.hooks.action('action:api.video-caption.created', { caption })
  }),

  implement(delVideoCaption, async ({ ctx, viewer, params, request }) => {
    requireCaptionLanguage(params.captionLanguage, request.url)
    const video = await requireRow(ctx, params.id, viewer)
    const caption = await findCaption(ctx.db, video.id, params.captionLanguage)
    if (!caption) throw problem(404, 'Video caption not found')
    requireLocal(video)
    requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
    if (!(await removeCaption(ctx, video, caption.id, viewer.accountId))) throw problem(404, 'Video caption not found')
    await ctx.hooks.action('action:api.video-caption.deleted', { caption })
  }),

  ...generateOperations,
]
