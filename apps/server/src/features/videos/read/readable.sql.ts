import { sql, type RawBuilder } from 'kysely'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { channelsOf } from '#features/channels/public.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { followedOrLocal } from '../list/list-rules.sql.ts'

const { PUBLIC, UNLISTED, INTERNAL } = VideoPrivacy

/**
 * `decideVideoAccess` as SQL on the alias `v`, for lists: whether the viewer may read the video by its UUID without a
 * password. `anyRemote`: also videos of servers that the instance does not follow (spec 03 §2.1).
 */
export function readableBy(viewer: Viewer | undefined, anyRemote: boolean): RawBuilder<boolean> {
  const manages = viewer ? managedBy(viewer.accountId) : sql`FALSE`
  const access = sql<boolean>`CASE
    WHEN EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id")
      THEN ${can(viewer, 'MANAGE_VIDEO_BLACKLIST') ? sql`TRUE` : manages}
    WHEN v."privacy" = ${sql.lit(INTERNAL)} THEN ${sql.lit(viewer !== undefined)}
    WHEN v."privacy" IN (${sql.lit(PUBLIC)}, ${sql.lit(UNLISTED)}) THEN TRUE
    ELSE ${can(viewer, 'SEE_ALL_VIDEOS') ? sql`TRUE` : manages} END`
  return anyRemote ? access : sql<boolean>`(${access} AND ${followedOrLocal})`
}

function managedBy(accountId: number): RawBuilder<unknown> {
  return sql`v."channelId" IN (${channelsOf(accountId, true)})`
}
