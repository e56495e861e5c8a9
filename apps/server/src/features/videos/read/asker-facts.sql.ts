import { sql, type RawBuilder } from 'kysely'
import { managesChannel } from '#features/channels/public.ts'
import { followedOrLocal } from '../list/list-rules.sql.ts'

/** What a decision about access needs to know of who asks for a video. */
export interface AskerFacts {
  /** Local, or the instance follows its channel, its account or somebody who shared it. */
  followed: boolean
  /** The account owns the channel or is an accepted collaborator. */
  managesChannel: boolean
  passwordMatches: boolean
}

/** Columns of `AskerFacts` on the aliases `v` (video) and `c` (its channel). */
export function askerColumns(asker: { accountId: number | null; password: string | null }): RawBuilder<unknown> {
  return sql`${followedOrLocal} AS "followed", ${managesChannel(sql`${asker.accountId}::int`)} AS "managesChannel",
    (${asker.password}::text IS NOT NULL AND EXISTS (
      SELECT FROM "videoPassword" w WHERE w."videoId" = v."id" AND w."password" = ${asker.password}::text
    )) AS "passwordMatches"`
}
