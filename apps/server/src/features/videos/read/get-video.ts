import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { refuseUnfollowed, refuseUnlessAllowed } from './require-video.ts'
import { decideVideoAccess } from './video-access.ts'
import { findVideoDetails } from './video-details.sql.ts'
import { isPossible, type VideoRef } from './video-ref.ts'
import { videoDetailsView } from './video.view.ts'
import { viewersSince } from './viewers-since.ts'

/** One video in full, as far as `viewer` may read it (spec 03 §2). Throws 401, 403, 404. */
export async function getVideoDetails(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: VideoRef,
  password: string | undefined,
) {
  const row = isPossible(ref)
    ? await findVideoDetails(ctx.db, ref, {
        userId: viewer?.userId ?? null,
        accountId: viewer?.accountId ?? null,
        password: password ?? null,
        viewersSince: viewersSince(ctx),
      })
    : undefined
  if (!row) throw problem(404, 'Video not found')
  refuseUnlessAllowed(
    decideVideoAccess({
      privacy: row.privacy,
      blocked: row.block !== null,
      byNumericId: 'id' in ref,
      password: password === undefined ? 'none' : row.passwordMatches ? 'right' : 'wrong',
      viewer: viewer && { role: viewer.role, managesChannel: row.managesChannel },
    }),
  )
  refuseUnfollowed(ctx, viewer, row)
  const shown = await ctx.hooks.filter('filter:api.video.get.result', row, { id: row.id, userId: viewer?.userId })
  return videoDetailsView(ctx.origin, shown)
}
