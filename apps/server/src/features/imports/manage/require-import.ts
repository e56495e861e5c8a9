import { problem } from '#foundation/http/problem.ts'
import type { Context } from '#foundation/context.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { requireRow } from '#features/videos/public.ts'
import { findImport, type ImportRow } from '../imports.sql.ts'

/** An import of one's own, of a video that one manages, or any with the right (spec 03 §11). Throws 404, 403. */
export async function requireManagedImport(ctx: Context, viewer: Viewer, id: number): Promise<ImportRow> {
  const found = await findImport(ctx.db, id)
  if (!found) throw problem(404, 'Video import not found')
  if (found.userId === viewer.userId || can(viewer, 'MANAGE_VIDEO_IMPORTS')) return found
  const isManager = found.videoId !== null && (await requireRow(ctx, { id: found.videoId }, viewer)).managesChannel
  if (!isManager) throw problem(403, 'Cannot manage an import of another user.')
  return found
}
