import { call, isHydrated } from '#lib/api/call.ts'
import { getVideoChapters } from '@sepiola/api-client/endpoints/video-chapters/get-video-chapters.ts'
import { getVideoCaptions } from '@sepiola/api-client/endpoints/video-captions/get-video-captions.ts'
import { getVideo } from '@sepiola/api-client/endpoints/video/get-video.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { Caption, Chapter, WatchedVideo } from '#lib/api/types.ts'
import { passwordOf } from './video-password.ts'

export type Watched =
  | { video: WatchedVideo; captions: Caption[]; chapters: Chapter[]; description: string; denied?: undefined }
  | { denied: 'sign-in' | 'forbidden' | 'password' | 'wrong-password' | 'not-followed'; video?: undefined }
  | { missing: number; message: string }

/** A video for the watch page and the embed; who may not see it learns what to do about it. */
export async function loadWatched(id: string, fetch: typeof globalThis.fetch, locale: string): Promise<Watched> {
  const password = passwordOf(id)
  const headers: Record<string, string> = password ? { 'x-peertube-video-password': password } : {}
  const options = { params: { id }, fetch, headers }
  const captions = call(getVideoCaptions, options).catch(() => ({ data: [] }))
  const chapters = call(getVideoChapters, options).catch(() => ({ chapters: [] }))
  try {
    const video = await call(getVideo, options)
    return {
      ...(await named(video, (await captions).data, locale)),
      chapters: (await chapters).chapters,
      description: await describe(video),
    }
  } catch (problem) {
    await Promise.all([captions, chapters])
    if (!(problem instanceof ApiProblem)) throw problem
    if (problem.code === 'video_requires_password') return { denied: 'password' }
    if (problem.code === 'incorrect_video_password') return { denied: 'wrong-password' }
    if (problem.code === 'does_not_respect_follow_constraints') return { denied: 'not-followed' }
    if (problem.status === 401) return { denied: 'sign-in' }
    if (problem.status === 403) return { denied: 'forbidden' }
    return { missing: problem.status === 400 ? 404 : problem.status, message: problem.detail }
  }
}

/** Labels in the language of the page; those that came with the HTML are. */
async function named(video: WatchedVideo, captions: Caption[], locale: string) {
  if (!isHydrated()) return { video, captions }
  const { nameCaptions, nameVideo } = await import('./name-watched.ts')
  return { video: await nameVideo(video, locale), captions: await nameCaptions(captions, locale) }
}

/** HTML of the description: it comes with the page; the renderer is fetched only when moving between pages. */
async function describe(video: WatchedVideo & { descriptionHtml?: string }): Promise<string> {
  if (video.descriptionHtml !== undefined) return video.descriptionHtml
  if (!video.description) return ''
  const { renderMarkdown } = await import('#lib/markdown.ts')
  return renderMarkdown(video.description, `/w/${video.shortUUID}`)
}
