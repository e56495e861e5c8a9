import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface TargetUser {
  id: number
  username: string
  email: string
  pendingEmail: string | null
  role: number
  language: string | null
  blocked: boolean
  pluginAuth: string | null
}

const columns = ['id', 'username', 'email', 'pendingEmail', 'role', 'language', 'blocked', 'pluginAuth'] as const

export async function findTargetUser(db: Db | Tx, id: number): Promise<TargetUser | undefined> {
  return db.selectFrom('user').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Whether somebody else has this as address or user name, ignoring case (spec 02 §1). */
export async function isEmailTakenByOther(db: Db | Tx, email: string, userId: number): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT 1 FROM "user"
                    WHERE (lower(email) = lower(${email}) OR lower(username) = lower(${email}))
                      AND id <> ${userId}) AS taken`.execute(db)
  return rows[0]!.taken
}
