import { sql, type RawBuilder } from 'kysely'
import { collaboratedChannels } from '#features/channels/public.ts'
import { muteColumns } from '#features/videos/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause } from '#foundation/db/list-clauses.ts'
import { planPlaces } from '../edit/edit.sql.ts'
import type { Move } from '../edit/move-block.ts'

export interface ElementRow {
  id: number
  position: number
  startTimestamp: number | null
  stopTimestamp: number | null
  /** null: the video is gone. The rest of the row says nothing then. */
  videoId: number | null
  privacy: number | null
  owned: boolean | null
  blocked: boolean
  ownerMuted: boolean
  serverMuted: boolean
  /** The viewer could open the video by its UUID. */
  readable: boolean | null
}

/** `readable`: SQL on the alias `v`. */
export async function findElements(
  db: Db | Tx,
  query: {
    playlistId: number
    start: number
    count: number
    viewerAccountId: number | null
    readable: RawBuilder<boolean>
  },
): Promise<{ total: number; elements: ElementRow[] }> {
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`
      SELECT count(*) AS "total" FROM "videoPlaylistElement" WHERE "videoPlaylistId" = ${query.playlistId}`.execute(db),
    sql<ElementRow>`
      SELECT e."id", e."position", e."startTimestamp", e."stopTimestamp", v."id" AS "videoId", v."privacy",
        c."accountId" = ${query.viewerAccountId}::int AS "owned",
        EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id") AS "blocked",
        ${sql.join(muteColumns(query.viewerAccountId))}, ${query.readable} AS "readable"
      FROM (SELECT * FROM "videoPlaylistElement" WHERE "videoPlaylistId" = ${query.playlistId}
        ORDER BY "position", "id" ${pageClause(query)}) e
      LEFT JOIN "video" v ON v."id" = e."videoId" LEFT JOIN "videoChannel" c ON c."id" = v."channelId"
      ORDER BY e."position", e."id"`.execute(db),
  ])
  return { total: counted.rows[0]!.total, elements: listed.rows }
}

/** Behind all others; the playlist must be locked. Undefined: the video is gone. */
export async function appendElement(
  tx: Tx,
  element: {
    playlistId: number
    playlistUrl: string
    videoId: number
    startTimestamp: number | null
    stopTimestamp: number | null
    now: Date
  },
): Promise<{ id: number; position: number } | undefined> {
  const { rows } = await sql<{ id: number; position: number }>`
    INSERT INTO "videoPlaylistElement" ("id", "url", "position", "startTimestamp", "stopTimestamp", "videoPlaylistId",
      "videoId", "createdAt", "updatedAt")
    SELECT n."id", ${element.playlistUrl}::text || '/videos/' || n."id",
      (SELECT coalesce(max("position"), 0) + 1 FROM "videoPlaylistElement" WHERE "videoPlaylistId" = ${element.playlistId}),
      ${element.startTimestamp}::int, ${element.stopTimestamp}::int, ${element.playlistId}::int, v."id",
      ${element.now}::timestamptz, ${element.now}::timestamptz
    FROM "video" v
    CROSS JOIN LATERAL (SELECT nextval(pg_get_serial_sequence('"videoPlaylistElement"', 'id'))::int AS "id") n
    WHERE v."id" = ${element.videoId} FOR KEY SHARE OF v
    RETURNING "id", "position"`.execute(tx)
  return rows[0]
}

export async function hasElement(db: Db | Tx, key: { id: number; playlistId: number }): Promise<boolean> {
  const row = await db
    .selectFrom('videoPlaylistElement')
    .select('id')
    .where('id', '=', key.id)
    .where('videoPlaylistId', '=', key.playlistId)
    .executeTakeFirst()
  return row !== undefined
}

/** False: the playlist has no such element. */
export async function updateElement(
  tx: Tx,
  key: { id: number; playlistId: number },
  changes: { startTimestamp?: number | null; stopTimestamp?: number | null },
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('videoPlaylistElement')
    .set({ ...changes, updatedAt: now })
    .where('id', '=', key.id)
    .where('videoPlaylistId', '=', key.playlistId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Those behind it move up. False: the playlist has no such element. The playlist must be locked. */
export async function deleteElement(tx: Tx, key: { id: number; playlistId: number }): Promise<boolean> {
  const { rows } = await sql<{ position: number }>`
    DELETE FROM "videoPlaylistElement" WHERE "id" = ${key.id} AND "videoPlaylistId" = ${key.playlistId}
    RETURNING "position"`.execute(tx)
  if (!rows[0]) return false
  await sql`
    UPDATE "videoPlaylistElement" SET "position" = "position" - 1
    WHERE "videoPlaylistId" = ${key.playlistId} AND "position" > ${rows[0].position}`.execute(tx)
  return true
}

/** False: nothing moves. The playlist must be locked. Throws 400 for places that it does not have. */
export async function moveElements(tx: Tx, playlistId: number, move: Move): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    SELECT "id" FROM "videoPlaylistElement" WHERE "videoPlaylistId" = ${playlistId} ORDER BY "position", "id"`.execute(
    tx,
  )
  const places = planPlaces(rows, move)
  if (!places) return false
  await sql`
    UPDATE "videoPlaylistElement" e SET "position" = m."place"
    FROM unnest(${places.ids}::int[], ${places.places}::int[]) AS m ("id", "place")
    WHERE e."id" = m."id" AND e."position" <> m."place"`.execute(tx)
  return true
}

export interface ExistingElementRow {
  videoId: number
  playlistElementId: number
  playlistId: number
  playlistDisplayName: string
  playlistUuid: string
  startTimestamp: number | null
  stopTimestamp: number | null
}

/** Where some videos are in the playlists of an account and of the channels that it helps with. */
export async function findVideosInPlaylists(
  db: Db | Tx,
  accountId: number,
  videoIds: readonly number[],
): Promise<ExistingElementRow[]> {
  const { rows } = await sql<ExistingElementRow>`
    SELECT e."videoId", e."id" AS "playlistElementId", p."id" AS "playlistId", p."name" AS "playlistDisplayName",
      p."uuid" AS "playlistUuid", e."startTimestamp", e."stopTimestamp"
    FROM "videoPlaylistElement" e JOIN "videoPlaylist" p ON p."id" = e."videoPlaylistId"
    WHERE e."videoId" = ANY(${videoIds}::int[]) AND p."id" IN (
      SELECT own."id" FROM "videoPlaylist" own WHERE own."ownerAccountId" = ${accountId}
      UNION ALL
      SELECT shared."id" FROM "videoPlaylist" shared WHERE shared."videoChannelId" IN (${collaboratedChannels(accountId)}))
    ORDER BY e."id"`.execute(db)
  return rows
}
