import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { Viewer } from '#foundation/http/viewer.ts'

export interface FoundToken {
  viewer: Viewer
  expiresAt: Date
  blocked: boolean
}

const viewerColumns = [
  'u.id as userId',
  'u.username',
  'u.email',
  'u.role',
  'u.adminFlags',
  'a.id as accountId',
  'actor.id as accountActorId',
  'actor.preferredUsername as accountName',
  'u.nsfwPolicy',
  'u.nsfwFlagsDisplayed',
  'u.nsfwFlagsHidden',
  'u.nsfwFlagsWarned',
  'u.nsfwFlagsBlurred',
  'u.videosHistoryEnabled',
  'u.language',
] as const

/** For a job that acts as a user, who has no session then; undefined when they are gone or blocked. */
export async function findViewerOfUser(db: Db | Tx, userId: number): Promise<Viewer | undefined> {
  const row = await db
    .selectFrom('user as u')
    .innerJoin('account as a', 'a.userId', 'u.id')
    .innerJoin('actor', 'actor.accountId', 'a.id')
    .select(viewerColumns)
    .where('u.id', '=', userId)
    .where('u.blocked', '=', false)
    .executeTakeFirst()
  return row && { ...row, tokenId: 0 }
}

/** The signed-in user of an access token, expired or not, by the forms in which it may be stored. */
export async function findViewerByToken(db: Db | Tx, forms: readonly string[]): Promise<FoundToken | undefined> {
  const row = await db
    .selectFrom('oAuthToken as t')
    .innerJoin('user as u', 'u.id', 't.userId')
    .innerJoin('account as a', 'a.userId', 'u.id')
    .innerJoin('actor', 'actor.accountId', 'a.id')
    .select([...viewerColumns, 't.id as tokenId', 't.accessTokenExpiresAt', 'u.blocked'])
    .where('t.accessToken', 'in', forms)
    .executeTakeFirst()
  if (!row) return undefined
  const { accessTokenExpiresAt, blocked, ...viewer } = row
  return { viewer, expiresAt: accessTokenExpiresAt, blocked }
}

export interface NewToken {
  accessToken: string
  accessTokenExpiresAt: Date
  refreshToken: string
  refreshTokenExpiresAt: Date
  userId: number
  oAuthClientId: number
  authName: string | null
  loginDevice: string | null
  loginIP: string | null
  loginDate: Date | null
  now: Date
}

/** Tokens come hashed. */
export async function insertToken(tx: Tx, token: NewToken): Promise<void> {
  const { now, ...columns } = token
  await tx
    .insertInto('oAuthToken')
    .values({
      ...columns,
      lastActivityDevice: columns.loginDevice,
      lastActivityIP: columns.loginIP,
      lastActivityDate: now,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await tx.updateTable('user').set({ lastLoginDate: now }).where('id', '=', columns.userId).execute()
}

/** Takes the pair away, so that of two refreshes at the same time only one gets a new one. */
export async function takeRefreshToken(tx: Tx, forms: readonly string[], oAuthClientId: number) {
  return tx
    .deleteFrom('oAuthToken')
    .where('refreshToken', 'in', forms)
    .where('oAuthClientId', '=', oAuthClientId)
    .returning(['id', 'userId', 'refreshTokenExpiresAt', 'authName', 'loginDevice', 'loginIP', 'loginDate'])
    .executeTakeFirst()
}

/** Whether there was such a token. */
export async function deleteToken(db: Db | Tx, token: { id: number; userId: number }): Promise<boolean> {
  const result = await db
    .deleteFrom('oAuthToken')
    .where('id', '=', token.id)
    .where('userId', '=', token.userId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** All sessions of a user end. */
export async function deleteUserTokens(db: Db | Tx, userId: number): Promise<void> {
  await db.deleteFrom('oAuthToken').where('userId', '=', userId).execute()
}

export interface Activity {
  tokenId: number
  ip: string
  device: string | null
  date: Date
}

/** One statement for all sessions that were active since the last flush. */
export async function saveActivities(db: Db | Tx, activities: readonly Activity[]): Promise<void> {
  if (activities.length === 0) return
  await sql`
    UPDATE "oAuthToken" t
       SET "lastActivityIP" = seen.ip, "lastActivityDevice" = seen.device, "lastActivityDate" = seen.date
      FROM unnest(${activities.map((one) => one.tokenId)}::int[], ${activities.map((one) => one.ip)}::text[],
                  ${activities.map((one) => one.device)}::text[], ${activities.map((one) => one.date.toISOString())}::timestamptz[])
           AS seen(id, ip, device, date)
     WHERE t.id = seen.id`.execute(db)
}

/** Sessions that nobody can go on with. */
export async function deleteExpiredTokens(db: Db | Tx, now: Date): Promise<void> {
  await db
    .deleteFrom('oAuthToken')
    .where('refreshTokenExpiresAt', '<', now)
    .where('accessTokenExpiresAt', '<', now)
    .execute()
}
