import { getVideosByIdCommentThreads } from '@sepiola/api-client/endpoints/video-comments/get-videos-by-id-comment-threads.ts'
import { call, isHydrated } from '#lib/api/call.ts'
import type { WatchedVideo } from '#lib/api/types.ts'
import { perPage, type Threads } from './comment.ts'

/**
 * The first page of comments, for readers without script. In the browser only what came with the HTML: comments are
 * asked for when somebody comes near them.
 */
export async function loadFirstThreads(
  video: WatchedVideo,
  fetch: typeof globalThis.fetch,
): Promise<Threads | undefined> {
  if (isHydrated() || video.commentsPolicy?.id === 2 || !video.comments) return undefined
  return call(getVideosByIdCommentThreads, {
    params: { id: video.uuid },
    query: { count: perPage, sort: '-createdAt' },
    fetch,
  }).catch(() => undefined)
}
