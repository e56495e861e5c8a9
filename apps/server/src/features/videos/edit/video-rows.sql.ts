import { sql, type Insertable, type Updateable } from 'kysely'
import { ChannelActivityAction, OwnershipState } from '@sepiola/contract/enums.ts'
import { saveChannelActivity } from '#features/channels/public.ts'
import { largestFileSize } from '#features/users/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoTable, VideoSourceTable } from '#foundation/db/peertube-tables.ts'

export async function insertVideo(db: Db | Tx, video: Insertable<VideoTable>): Promise<number> {
  const { id } = await db.insertInto('video').values(video).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateVideoRow(db: Db | Tx, videoId: number, change: Updateable<VideoTable>): Promise<void> {
  await db.updateTable('video').set(change).where('id', '=', videoId).execute()
}

/** The video's tags become exactly these. */
export async function replaceTags(db: Db | Tx, videoId: number, tags: readonly string[], now: Date): Promise<void> {
  await db.deleteFrom('videoTag').where('videoId', '=', videoId).execute()
  if (tags.length === 0) return
  const names = [...new Set(tags)]
  await db
    .insertInto('tag')
    .values(names.map((name) => ({ name })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  await sql`
    INSERT INTO "videoTag" ("videoId", "tagId", "createdAt", "updatedAt")
    SELECT ${videoId}, "id", ${now}, ${now} FROM "tag" WHERE "name" = ANY(${names}::text[])`.execute(db)
}

export async function replacePasswords(
  db: Db | Tx,
  videoId: number,
  passwords: readonly string[],
  now: Date,
): Promise<void> {
  await db.deleteFrom('videoPassword').where('videoId', '=', videoId).execute()
  if (passwords.length === 0) return
  // One parameter however many there are: a body holds more than a statement can have.
  await sql`
    INSERT INTO "videoPassword" ("password", "videoId", "createdAt", "updatedAt")
    SELECT p.text, ${videoId}, ${now}, ${now} FROM unnest(${[...passwords]}::text[]) WITH ORDINALITY p (text, place)
    ORDER BY p.place`.execute(db)
}

export async function saveSchedule(
  db: Db | Tx,
  videoId: number,
  schedule: { updateAt: Date; privacy: number | null },
  now: Date,
): Promise<void> {
  await db
    .insertInto('scheduleVideoUpdate')
    .values({ ...schedule, videoId, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('videoId').doUpdateSet({ ...schedule, updatedAt: now }))
    .execute()
}

/** True when there was one. */
export async function deleteSchedule(db: Db | Tx, videoId: number): Promise<boolean> {
  const result = await db.deleteFrom('scheduleVideoUpdate').where('videoId', '=', videoId).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** All videos of a channel ask for support with the same text. */
export async function replaceSupportOfChannel(
  tx: Tx,
  channelId: number,
  support: string | null,
  now: Date,
): Promise<void> {
  await tx.updateTable('video').set({ support, updatedAt: now }).where('channelId', '=', channelId).execute()
}

export async function insertSource(db: Db | Tx, source: Insertable<VideoSourceTable>): Promise<void> {
  await db.insertInto('videoSource').values(source).execute()
}

/** Action: `ChannelActivityAction`. */
export async function insertChannelActivity(
  tx: Tx,
  activity: {
    action: number
    channelId: number
    accountId: number | null
    video: { id: number; name: string; uuid: string; url: string; isLive: boolean }
    now: Date
  },
): Promise<void> {
  const { video, ...rest } = activity
  const { id, name, uuid, url, isLive } = video
  const targetIsGone = activity.action === ChannelActivityAction.DELETE
  await saveChannelActivity(tx, { ...rest, target: { video: { id, name, uuid, url, isLive } }, targetIsGone })
}

export async function findOwnerOfChannel(db: Db | Tx, channelId: number): Promise<number> {
  const row = await db
    .selectFrom('videoChannel')
    .select('accountId')
    .where('id', '=', channelId)
    .executeTakeFirstOrThrow()
  return row.accountId
}

/** What an update compares with; the row is locked until the end of the transaction. */
export async function lockVideoForEdit(db: Db | Tx, videoId: number) {
  return db
    .selectFrom('video')
    .select(['id', 'uuid', 'name', 'url', 'description', 'privacy', 'state', 'isLive', 'channelId', 'nsfw'])
    .where('id', '=', videoId)
    .forUpdate()
    .executeTakeFirst()
}

export async function hasPendingOwnershipChange(db: Db | Tx, videoId: number): Promise<boolean> {
  const row = await db
    .selectFrom('changeOwnership')
    .select('id')
    .where('videoId', '=', videoId)
    .where('state', '=', OwnershipState.PENDING)
    .executeTakeFirst()
  return row !== undefined
}

/** Bytes that a video counts with in its owner's quota: its largest file (spec 03 §3.5). */
export async function findLargestFileSize(db: Db | Tx, videoId: number): Promise<number> {
  const { rows } = await sql<{ size: number | null }>`
    SELECT ${largestFileSize} AS "size" FROM "video" v WHERE v."id" = ${videoId}`.execute(db)
  return Number(rows[0]?.size ?? 0)
}

export async function deleteChapters(db: Db | Tx, videoId: number): Promise<void> {
  await db.deleteFrom('videoChapter').where('videoId', '=', videoId).execute()
}

/** Returns the names that the kept originals had. */
export async function forgetKeptOriginals(db: Db | Tx, videoId: number, now: Date): Promise<string[]> {
  const kept = await db
    .selectFrom('videoSource')
    .select(['id', 'keptOriginalFilename'])
    .where('videoId', '=', videoId)
    .where('keptOriginalFilename', 'is not', null)
    .forUpdate()
    .execute()
  if (kept.length === 0) return []
  await db
    .updateTable('videoSource')
    .set({ keptOriginalFilename: null, updatedAt: now })
    .where(
      'id',
      'in',
      kept.map((source) => source.id),
    )
    .execute()
  return kept.map((source) => source.keptOriginalFilename!)
}
