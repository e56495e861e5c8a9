import { VideoInclude } from '@sepiola/contract/enums.ts'
import { getUsersMeVideosImports } from '@sepiola/contract/operations/videos.ts'
import type { VideoImport } from '@sepiola/contract/schemas/imports.ts'
import { showVideos } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { importView } from './import.view.ts'
import { listImports, type ListedImport } from './list-imports.sql.ts'

export const listImportsRoute = implement(getUsersMeVideosImports, async ({ ctx, viewer, query }) => {
  const { includeCollaborations, ...request } = query
  const { userId, accountId } = viewer
  const { total, imports } = await listImports(ctx.db, {
    ...request,
    ...{ userId, accountId, collaborations: includeCollaborations === true },
  })
  return { total, data: await showImports(ctx, viewer, imports) }
})

export async function showImport(ctx: Context, viewer: Viewer, row: ListedImport): Promise<VideoImport> {
  return (await showImports(ctx, viewer, [row]))[0]!
}

/** With their videos, whose descriptions are complete (spec 03 §11). */
async function showImports(ctx: Context, viewer: Viewer, imports: readonly ListedImport[]): Promise<VideoImport[]> {
  const ids = imports.flatMap(({ videoId }) => videoId ?? [])
  const include = VideoInclude.NOT_PUBLISHED_STATE | VideoInclude.TAGS
  const videos = await showVideos(ctx, viewer, ids, { include, wholeDescriptions: true })
  const byId = new Map(videos.map((video) => [video.id, video]))
  return imports.map((row) => importView(row, row.videoId === null ? undefined : byId.get(row.videoId)))
}
