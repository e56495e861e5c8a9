import type { Video } from '@sepiola/contract/schemas/videos.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { listedVideoView } from '../read/video.view.ts'
import { viewersSince } from '../read/viewers-since.ts'
import { findVideoSummaries } from './video-summaries.sql.ts'

/**
 * The videos with these ids as items of a list, in their order, with the viewer's `userHistory`; ids that are gone
 * meanwhile are left out. Whether the viewer may see them is the caller's to know. `include`: bits of spec 03.
 * `wholeDescriptions`: `description` is not truncated.
 */
export async function showVideos(
  ctx: Context,
  viewer: Viewer | undefined,
  ids: readonly number[],
  {
    include = 0,
    liveSchedules = false,
    wholeDescriptions = false,
  }: { include?: number; liveSchedules?: boolean; wholeDescriptions?: boolean } = {},
): Promise<Video[]> {
  const rows = await findVideoSummaries(ctx.db, ids, {
    include,
    liveSchedules,
    wholeDescriptions,
    userId: viewer?.userId ?? null,
    accountId: viewer?.accountId ?? null,
    viewersSince: viewersSince(ctx),
  })
  return rows.map((row) => {
    const view = listedVideoView(ctx.origin, row, include)
    return wholeDescriptions ? { ...view, description: row.description } : view
  })
}
