import { sql } from 'kysely'
import { userColumns, type UserRow } from '#features/users/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'
import { quotaUsed, totalVideoFileSize, userCounts } from './user-figures.sql.ts'

export interface UserSizes {
  /** Bytes. */
  videoQuotaUsed: number
  videoQuotaUsedDaily: number
  totalVideoFileSize: number
}

export interface UserStats extends UserSizes {
  videosCount: number
  abusesCount: number
  abusesAcceptedCount: number
  abusesCreatedCount: number
  videoCommentsCount: number
}

/** NULLs first ascending, last descending (spec 01 §8). */
const sortColumns = {
  id: sql`u.id`,
  username: sql`u.username`,
  videoQuotaUsed: quotaUsed(),
  createdAt: sql`u."createdAt"`,
  lastLoginDate: sql`u."lastLoginDate"`,
  role: sql`u.role`,
}
type SortColumn = keyof typeof sortColumns

export interface UserList {
  search?: string | undefined
  blocked?: boolean | undefined
  role?: number | undefined
  start: number
  count: number
  sort: SortColumn | `-${SortColumn}`
  /** Where the daily figure begins. */
  dayAgo: Date
}

export async function listUsers(
  db: Db | Tx,
  list: UserList,
): Promise<{ total: number; users: (UserRow & UserSizes)[] }> {
  const { column, descending } = readSort(list.sort)
  const order = sql`${sortColumns[column]} ${descending ? sql`DESC NULLS LAST` : sql`ASC NULLS FIRST`}, u.id ASC`
  const pattern = list.search ? containing(list.search) : undefined
  const where = sql`
    TRUE ${pattern ? sql`AND (u.email ILIKE ${pattern} OR u.username ILIKE ${pattern})` : sql``}
    ${list.blocked === undefined ? sql`` : sql`AND u.blocked = ${list.blocked}`}
    ${list.role === undefined ? sql`` : sql`AND u.role = ${list.role}`}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS total FROM "user" u WHERE ${where}`.execute(db),
    sql<UserRow & UserSizes>`
      SELECT ${userColumns}, ${quotaUsed()} AS "videoQuotaUsed", ${quotaUsed(list.dayAgo)} AS "videoQuotaUsedDaily",
             ${totalVideoFileSize} AS "totalVideoFileSize"
        FROM (SELECT u.* FROM "user" u JOIN "account" a ON a."userId" = u.id WHERE ${where} ORDER BY ${order}
               ${pageClause(list)}) u
        JOIN "account" a ON a."userId" = u.id ORDER BY ${order}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, users: listed.rows }
}

export async function findUserStats(db: Db | Tx, userId: number, dayAgo: Date): Promise<UserStats | undefined> {
  const { rows } = await sql<UserStats>`
    SELECT ${quotaUsed()} AS "videoQuotaUsed", ${quotaUsed(dayAgo)} AS "videoQuotaUsedDaily",
           ${totalVideoFileSize} AS "totalVideoFileSize", ${userCounts}
      FROM "user" u JOIN "account" a ON a."userId" = u.id WHERE u.id = ${userId}`.execute(db)
  return rows[0]
}

/** Names that contain the text, as it is written. */
export async function autocompleteUsernames(db: Db | Tx, text: string): Promise<string[]> {
  const { rows } = await sql<{ username: string }>`
    SELECT username FROM "user" WHERE position(${text} IN username) > 0 ORDER BY username LIMIT 10`.execute(db)
  return rows.map((row) => row.username)
}
