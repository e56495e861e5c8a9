import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface UploadChannel {
  id: number
  remote: boolean
  /** The viewer owns it or is an accepted collaborator. */
  managed: boolean
  /** Who is charged for the file; null for channels of other servers. */
  ownerUserId: number | null
  ownerAccountId: number
}

export async function findUploadChannel(
  db: Db | Tx,
  channelId: number,
  viewerAccountId: number,
): Promise<UploadChannel | undefined> {
  const { rows } = await sql<UploadChannel>`
    SELECT c."id", a."userId" IS NULL AS "remote", a."userId" AS "ownerUserId", a."id" AS "ownerAccountId",
      (c."accountId" = ${viewerAccountId} OR EXISTS (
        SELECT FROM "videoChannelCollaborator" k
        WHERE k."channelId" = c."id" AND k."accountId" = ${viewerAccountId} AND k."state" = 2
      )) AS "managed"
    FROM "videoChannel" c JOIN "account" a ON a."id" = c."accountId"
    WHERE c."id" = ${channelId}`.execute(db)
  return rows[0]
}

/** Whether somebody uploads to channels that others pay for. */
export async function isCollaborator(db: Db | Tx, accountId: number): Promise<boolean> {
  const row = await db
    .selectFrom('videoChannelCollaborator')
    .select('id')
    .where('accountId', '=', accountId)
    .where('state', '=', 2)
    .executeTakeFirst()
  return row !== undefined
}
