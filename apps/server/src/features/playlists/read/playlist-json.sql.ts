import { sql, type RawBuilder } from 'kysely'
import { accountSummaryJson, channelSummaryJson, type ActorSummaryRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface PlaylistRow {
  id: number
  uuid: string
  url: string
  name: string
  description: string | null
  privacy: number
  type: number
  videoChannelPosition: number | null
  createdAt: Date
  updatedAt: Date
  videosLength: number
  ownerAccount: ActorSummaryRow
  videoChannel: ActorSummaryRow | null
  /** Narrowest first. */
  thumbnails: { filename: string; width: number; height: number; aspectRatio: string }[]
}

/** Columns of `PlaylistRow` on the alias `p`. */
const playlistColumns: RawBuilder<unknown> = sql`
  p."id", p."uuid", p."url", p."name", p."description", p."privacy", p."type", p."videoChannelPosition",
  p."createdAt", p."updatedAt",
  (SELECT count(*) FROM "videoPlaylistElement" e WHERE e."videoPlaylistId" = p."id") AS "videosLength",
  ${accountSummaryJson(sql<number>`p."ownerAccountId"`)} AS "ownerAccount",
  ${channelSummaryJson(sql<number>`p."videoChannelId"`)} AS "videoChannel",
  coalesce((SELECT json_agg(json_build_object('filename', t."filename", 'width', t."width", 'height', t."height",
      'aspectRatio', t."aspectRatio") ORDER BY t."width")
    FROM "thumbnail" t WHERE t."videoPlaylistId" = p."id"), '[]'::json) AS "thumbnails"`

/** The playlists with these ids, in their order; ids that are gone meanwhile are left out. */
export async function findPlaylists(db: Db | Tx, ids: readonly number[]): Promise<PlaylistRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PlaylistRow>`
    SELECT ${playlistColumns}
    FROM unnest(${ids}::int[]) WITH ORDINALITY AS page ("id", "position")
    JOIN "videoPlaylist" p ON p."id" = page."id" ORDER BY page."position"`.execute(db)
  return rows
}
