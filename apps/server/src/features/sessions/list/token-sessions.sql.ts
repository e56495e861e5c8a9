import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface TokenSessionRow {
  id: number
  loginDevice: string | null
  loginIP: string | null
  loginDate: Date | null
  lastActivityDevice: string | null
  lastActivityIP: string | null
  lastActivityDate: Date | null
  createdAt: Date
}

/** Sessions that can still be refreshed. */
export async function listTokenSessions(
  db: Db | Tx,
  request: { userId: number; now: Date; start: number; count: number; sort: 'createdAt' | '-createdAt' },
): Promise<{ total: number; sessions: TokenSessionRow[] }> {
  const { direction } = readSort(request.sort)
  const where = sql`"userId" = ${request.userId} AND "refreshTokenExpiresAt" > ${request.now}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS total FROM "oAuthToken" WHERE ${where}`.execute(db),
    sql<TokenSessionRow>`
      SELECT id, "loginDevice", "loginIP", "loginDate", "lastActivityDevice", "lastActivityIP", "lastActivityDate",
             "createdAt"
        FROM "oAuthToken" WHERE ${where}
       ORDER BY "createdAt" ${direction}, id ASC ${pageClause(request)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, sessions: listed.rows }
}

export async function findOwner(db: Db | Tx, id: number): Promise<{ id: number; role: number } | undefined> {
  return db.selectFrom('user').select(['id', 'role']).where('id', '=', id).executeTakeFirst()
}
