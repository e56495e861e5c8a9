import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'

export interface CreatedKey {
  area: StorageArea
  key: string
}

export interface UploadSession {
  id: string
  userId: number
  /** The body of the request that announced it, as it was validated. */
  attributes: unknown
  /** As the client named it. */
  filename: string
  mimeType: string
  /** Bytes. */
  size: number
  /** Files put into the storage for the video that is to come; the first is the uploaded one. */
  createdKeys: CreatedKey[]
  videoId: number | null
}

const columns = sql`"id", "userId", "attributes", "filename", "mimeType", "size"::float8 AS "size", "createdKeys", "videoId"`

/** Opens a session, or opens it anew when the same file was uploaded before. */
export async function saveSession(
  db: Db | Tx,
  session: Omit<UploadSession, 'createdKeys' | 'videoId'>,
  now: Date,
): Promise<void> {
  const { id, userId, attributes, filename, mimeType, size } = session
  await sql`
    INSERT INTO sepiola."uploadSession"
      ("id", "userId", "attributes", "filename", "mimeType", "size", "createdAt", "updatedAt")
    VALUES (${id}, ${userId}, ${JSON.stringify(attributes)}, ${filename}, ${mimeType}, ${size}, ${now}, ${now})
    ON CONFLICT ("id") DO UPDATE SET "attributes" = excluded."attributes", "filename" = excluded."filename",
      "mimeType" = excluded."mimeType", "size" = excluded."size", "videoId" = NULL,
      "createdKeys" = CASE WHEN "uploadSession"."videoId" IS NULL THEN "uploadSession"."createdKeys" ELSE '[]' END,
      "updatedAt" = excluded."updatedAt"`.execute(db)
}

export async function findSession(db: Db | Tx, id: string): Promise<UploadSession | undefined> {
  const { rows } = await sql<UploadSession>`
    SELECT ${columns} FROM sepiola."uploadSession" WHERE "id" = ${id}`.execute(db)
  return rows[0]
}

/** A chunk came; `size`: the total that it declared. */
export async function touchSession(db: Db | Tx, id: string, size: number, now: Date): Promise<void> {
  await sql`UPDATE sepiola."uploadSession" SET "size" = ${size}, "updatedAt" = ${now} WHERE "id" = ${id}`.execute(db)
}

/** Called before the files are written, so that a crash leaves nothing unknown behind. */
export async function recordCreatedKeys(
  db: Db | Tx,
  id: string,
  keys: readonly CreatedKey[],
  now: Date,
): Promise<void> {
  await sql`
    UPDATE sepiola."uploadSession" SET "createdKeys" = ${JSON.stringify(keys)}, "updatedAt" = ${now}
    WHERE "id" = ${id} AND "videoId" IS NULL`.execute(db)
}

/** True for the one transaction that makes the upload a video. */
export async function claimSession(db: Db | Tx, id: string, videoId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE sepiola."uploadSession" SET "videoId" = ${videoId}, "updatedAt" = ${now}
    WHERE "id" = ${id} AND "videoId" IS NULL RETURNING 1`.execute(db)
  return rows.length === 1
}

export async function deleteSession(db: Db | Tx, id: string): Promise<UploadSession | undefined> {
  const { rows } = await sql<UploadSession>`
    DELETE FROM sepiola."uploadSession" WHERE "id" = ${id} RETURNING ${columns}`.execute(db)
  return rows[0]
}

/** Sessions that nothing was written to since `before`. */
export async function findStaleSessions(db: Db | Tx, before: Date): Promise<UploadSession[]> {
  const { rows } = await sql<UploadSession>`
    SELECT ${columns} FROM sepiola."uploadSession" WHERE "updatedAt" < ${before} ORDER BY "updatedAt" LIMIT 500`.execute(
    db,
  )
  return rows
}

export async function findVideoUuid(db: Db | Tx, videoId: number): Promise<string | undefined> {
  const row = await db.selectFrom('video').select('uuid').where('id', '=', videoId).executeTakeFirst()
  return row?.uuid
}
