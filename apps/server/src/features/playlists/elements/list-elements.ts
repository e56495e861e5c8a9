import { PlaylistElementType } from '@sepiola/contract/enums.ts'
import { maySearchRemote, readableBy, showVideos } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { elementType } from './element-type.ts'
import { findElements } from './elements.sql.ts'

/** A page of a playlist that the viewer may read; videos that the viewer may not see are only counted and named so. */
export async function listElements(
  ctx: Context,
  viewer: Viewer | undefined,
  query: { playlistId: number; start: number; count: number },
) {
  const { total, elements } = await findElements(ctx.db, {
    ...query,
    viewerAccountId: viewer?.accountId ?? null,
    readable: readableBy(viewer, maySearchRemote(ctx, viewer)),
  })
  const typed = elements.map((element) => ({ ...element, type: elementType(element, viewer !== undefined) }))
  const shown = typed.flatMap(({ type, videoId }) =>
    type === PlaylistElementType.REGULAR && videoId !== null ? [videoId] : [],
  )
  const videos = new Map((await showVideos(ctx, viewer, [...new Set(shown)])).map((video) => [video.id, video]))
  const data = typed.map(({ id, position, startTimestamp, stopTimestamp, type, videoId }) => {
    const video = type === PlaylistElementType.REGULAR ? (videos.get(videoId!) ?? null) : null
    // Deleted between the two queries.
    const gone = type === PlaylistElementType.REGULAR && video === null
    return { id, position, startTimestamp, stopTimestamp, type: gone ? PlaylistElementType.DELETED : type, video }
  })
  return { total, data }
}
