import { sql, type RawBuilder } from 'kysely'
import { isNotMuted, mutedAccounts } from '#features/blocklists/public.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'

/** Who looks at the comments of a video, as far as it decides what is seen (spec 04 §8.2). */
export interface CommentSight {
  viewerAccountId: number | null
  ownerAccountId: number
  /** Comments held for review are seen whoever wrote them. */
  seesHeld: boolean
}

export function sightOf(viewer: Viewer | undefined, video: { ownerAccountId: number }): CommentSight {
  const { ownerAccountId } = video
  const seesHeld = can(viewer, 'SEE_ALL_COMMENTS') || viewer?.accountId === ownerAccountId
  return { viewerAccountId: viewer?.accountId ?? null, ownerAccountId, seesHeld }
}

/** Beside those of the instance. */
export const mutersOf = ({ viewerAccountId, ownerAccountId }: CommentSight) => [viewerAccountId, ownerAccountId]

/** The comment `c` itself is visible; whether what it answers is visible is another question. */
export function isVisible(sight: CommentSight): RawBuilder<boolean> {
  const notMuted = isNotMuted(sql<number | null>`c."accountId"`, mutersOf(sight))
  if (sight.seesHeld) return notMuted
  return sql`(NOT c."heldForReview" OR c."accountId" = ${sight.viewerAccountId}::int) AND ${notMuted}`
}

/** The opposite, never null, for a scan over all comments of a video. */
export function isHidden(sight: CommentSight): RawBuilder<boolean> {
  const muted = sql<boolean>`coalesce(c."accountId" IN (${mutedAccounts(mutersOf(sight))}), false)`
  if (sight.seesHeld) return muted
  return sql`(c."heldForReview" AND (c."accountId" = ${sight.viewerAccountId}::int) IS NOT TRUE OR ${muted})`
}
