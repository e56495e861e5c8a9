import { sql } from 'kysely'
import type { Reference } from '@sepiola/contract/lenient.ts'
import { managesChannel } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface PlaylistAccess {
  id: number
  uuid: string
  name: string
  url: string
  privacy: number
  type: number
  ownerAccountId: number
  channelId: number | null
  channelPosition: number | null
  isLocal: boolean
  /** The viewer owns the playlist or its channel, or collaborates on the channel. */
  manages: boolean
}

/** One row with all that access decisions need. */
export async function findPlaylistAccess(
  db: Db | Tx,
  ref: Reference,
  viewerAccountId: number | null,
): Promise<PlaylistAccess | undefined> {
  const match = 'id' in ref ? sql`p."id" = ${ref.id}::bigint` : sql`p."uuid" = ${ref.uuid}`
  const { rows } = await sql<PlaylistAccess>`
    SELECT p."id", p."uuid", p."name", p."url", p."privacy", p."type", p."ownerAccountId",
      p."videoChannelId" AS "channelId", p."videoChannelPosition" AS "channelPosition",
      act."serverId" IS NULL AS "isLocal",
      coalesce(p."ownerAccountId" = ${viewerAccountId}::int OR ${managesChannel(sql`${viewerAccountId}::int`)}, false)
        AS "manages"
    FROM "videoPlaylist" p JOIN "actor" act ON act."accountId" = p."ownerAccountId"
    LEFT JOIN "videoChannel" c ON c."id" = p."videoChannelId"
    WHERE ${match}`.execute(db)
  return rows[0]
}
