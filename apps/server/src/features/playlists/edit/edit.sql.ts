import { sql } from 'kysely'
import { ChannelActivityAction, PlaylistPrivacy, PlaylistType } from '@sepiola/contract/enums.ts'
import { saveChannelActivity } from '#features/channels/public.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { Move } from './move-block.ts'
import { newPlace, planMove } from './move-block.ts'

export interface LockedPlaylist {
  id: number
  uuid: string
  name: string
  url: string
  privacy: number
  channelId: number | null
  channelPosition: number | null
}

/** Elements keep their places until the transaction ends; undefined: the playlist is gone. */
export async function lockPlaylist(tx: Tx, id: number): Promise<LockedPlaylist | undefined> {
  const { rows } = await sql<LockedPlaylist>`
    SELECT "id", "uuid", "name", "url", "privacy", "videoChannelId" AS "channelId",
      "videoChannelPosition" AS "channelPosition"
    FROM "videoPlaylist" WHERE "id" = ${id} FOR NO KEY UPDATE`.execute(tx)
  return rows[0]
}

export async function insertPlaylist(
  tx: Tx,
  playlist: {
    uuid: string
    url: string
    name: string
    description: string | null
    privacy: number
    ownerAccountId: number
    videoChannelId: number | null
    videoChannelPosition: number | null
    now: Date
  },
): Promise<number> {
  const { now, ...columns } = playlist
  const row = await tx
    .insertInto('videoPlaylist')
    .values({ ...columns, type: PlaylistType.REGULAR, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updatePlaylistRow(
  tx: Tx,
  id: number,
  changes: {
    name?: string
    description?: string | null
    privacy?: number
    videoChannelId?: number | null
    videoChannelPosition?: number | null
  },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('videoPlaylist')
    .set({ ...changes, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

export async function deletePlaylistRow(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('videoPlaylist').where('id', '=', id).execute()
}

/** The place behind all others of a channel; undefined: the channel is gone. The owner must be locked. */
export async function findNextChannelPosition(tx: Tx, channelId: number): Promise<number | undefined> {
  const { rows } = await sql<{ next: number }>`
    SELECT (SELECT coalesce(max(p."videoChannelPosition"), 0) + 1 FROM "videoPlaylist" p
      WHERE p."videoChannelId" = c."id") AS "next"
    FROM "videoChannel" c WHERE c."id" = ${channelId} FOR KEY SHARE`.execute(tx)
  return rows[0]?.next
}

/** What came behind a place of a channel that is empty now moves up. */
export async function closeChannelGap(tx: Tx, channelId: number, position: number | null): Promise<void> {
  await sql`
    UPDATE "videoPlaylist" SET "videoChannelPosition" = "videoChannelPosition" - 1
    WHERE "videoChannelId" = ${channelId} AND "videoChannelPosition" > ${position}::int`.execute(tx)
}

/** The playlists of a channel in their order, also where places are missing or taken twice. False: nothing moves. */
export async function moveChannelPlaylists(tx: Tx, channelId: number, move: Move, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    SELECT "id" FROM "videoPlaylist" WHERE "videoChannelId" = ${channelId}
    ORDER BY "videoChannelPosition" NULLS LAST, "id" FOR NO KEY UPDATE`.execute(tx)
  const places = planPlaces(rows, move)
  if (!places) return false
  await sql`
    UPDATE "videoPlaylist" p SET "videoChannelPosition" = m."place", "updatedAt" = ${now}
    FROM unnest(${places.ids}::int[], ${places.places}::int[]) AS m ("id", "place")
    WHERE p."id" = m."id" AND p."videoChannelPosition" IS DISTINCT FROM m."place"`.execute(tx)
  return true
}

/** The place of each row after the move; undefined when nothing moves. Throws 400. */
export function planPlaces(
  rows: readonly { id: number }[],
  move: Move,
): { ids: number[]; places: number[] } | undefined {
  const plan = planMove(rows.length, move)
  if (!plan) return undefined
  return { ids: rows.map((row) => row.id), places: rows.map((_, index) => newPlace(index + 1, plan)) }
}

/** Action: `ChannelActivityAction`. */
export async function insertPlaylistActivity(
  tx: Tx,
  activity: {
    action: number
    channelId: number
    accountId: number
    playlist: { id: number; name: string; uuid: string; url: string }
    now: Date
  },
): Promise<void> {
  const { playlist, ...rest } = activity
  const { id, name, uuid, url } = playlist
  const targetIsGone = activity.action === ChannelActivityAction.DELETE
  await saveChannelActivity(tx, { ...rest, target: { playlist: { id, name, uuid, url } }, targetIsGone })
}

/** Playlists of a channel that goes: their owners keep them, private and without a channel (spec 04 §3.3). */
export async function releaseFromChannel(
  tx: Tx,
  channelId: number,
  now: Date,
): Promise<{ id: number; previousPrivacy: number }[]> {
  const { rows } = await sql<{ id: number; previousPrivacy: number }>`
    UPDATE "videoPlaylist" p SET "videoChannelId" = NULL, "videoChannelPosition" = NULL,
      "privacy" = ${PlaylistPrivacy.PRIVATE}, "updatedAt" = ${now}
    FROM (SELECT "id", "privacy" FROM "videoPlaylist" WHERE "videoChannelId" = ${channelId}
      ORDER BY "id" FOR NO KEY UPDATE) before
    WHERE p."id" = before."id" RETURNING p."id", before."privacy" AS "previousPrivacy"`.execute(tx)
  return rows
}

/** Playlists of a channel that an account owned go to another one (spec 04 §5). */
export async function giveChannelPlaylists(
  tx: Tx,
  channelId: number,
  { from, to, now }: { from: number; to: number; now: Date },
): Promise<{ id: number; privacy: number }[]> {
  const { rows } = await sql<{ id: number; privacy: number }>`
    UPDATE "videoPlaylist" SET "ownerAccountId" = ${to}, "updatedAt" = ${now}
    WHERE "videoChannelId" = ${channelId} AND "ownerAccountId" = ${from} RETURNING "id", "privacy"`.execute(tx)
  return rows
}
