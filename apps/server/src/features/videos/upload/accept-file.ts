import { probeMedia, UnreadableMediaError } from '@sepiola/media/probe.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'

export interface CompleteFile {
  /** Local path of the whole file. */
  path: string
  /** As the client named it. */
  filename: string
  /** Bytes. */
  size: number
}

export type AcceptanceHook = 'filter:api.video.upload.accept.result' | 'filter:api.video.update-file.accept.result'

/** Reads the file once: 422 when it is no media. */
export async function probeUpload(ctx: Context, path: string): Promise<MediaProbe> {
  try {
    return await probeMedia(path, { ffprobePath: ctx.media.ffprobePath, signal: ctx.stopping })
  } catch (error) {
    if (error instanceof UnreadableMediaError) throw problem(422, 'Video file unreadable.')
    throw error
  }
}

/** Plugins may refuse the complete file: 403 (spec 08 §9.3). */
export async function askPlugins(
  ctx: Context,
  hook: AcceptanceHook,
  file: CompleteFile,
  videoBody: object,
  user: Viewer,
): Promise<void> {
  const { path, filename, size } = file
  const verdict: { accepted: boolean; errorMessage?: string } | undefined = await ctx.hooks.filter(
    hook,
    { accepted: true },
    { videoBody, videoFile: { path, filename, size, originalname: filename }, user },
  )
  if (verdict?.accepted === true) return
  ctx.log.info({ filename, verdict }, 'A plugin refused an upload')
  throw problem(403, verdict?.errorMessage ?? 'Refused local video')
}
