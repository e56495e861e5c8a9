import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface LoginUser {
  id: number
  username: string
  email: string
  password: string | null
  blocked: boolean
  blockedReason: string | null
  emailVerified: boolean | null
  otpSecret: string | null
  pluginAuth: string | null
}

/** Everybody whose user name or address it is, ignoring case. */
export async function findLoginUsers(db: Db | Tx, usernameOrEmail: string): Promise<LoginUser[]> {
  const { rows } = await sql<LoginUser>`
    SELECT id, username, email, password, blocked, "blockedReason", "emailVerified", "otpSecret", "pluginAuth"
      FROM "user"
     WHERE lower(username) = lower(${usernameOrEmail}) OR lower(email) = lower(${usernameOrEmail})
     ORDER BY id LIMIT 20`.execute(db)
  return rows
}

export async function findLoginUserById(db: Db | Tx, id: number): Promise<LoginUser | undefined> {
  return db
    .selectFrom('user')
    .select([
      'id',
      'username',
      'email',
      'password',
      'blocked',
      'blockedReason',
      'emailVerified',
      'otpSecret',
      'pluginAuth',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** States of the signup requests under that name or address; two are enough to know that there is not exactly one. */
export async function findRegistrationStates(db: Db | Tx, usernameOrEmail: string): Promise<number[]> {
  const { rows } = await sql<{ state: number }>`
    SELECT state FROM "userRegistration"
     WHERE lower(username) = lower(${usernameOrEmail}) OR lower(email) = lower(${usernameOrEmail})
     ORDER BY id LIMIT 2`.execute(db)
  return rows.map((row) => row.state)
}
