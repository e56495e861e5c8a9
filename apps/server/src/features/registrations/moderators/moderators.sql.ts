import { sql } from 'kysely'
import { NotificationSetting } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface MailedModerator {
  email: string
  language: string | null
}

/** Those of the roles who want to hear by mail of people who sign up. `verified`: only proven addresses. */
export async function findModeratorsToMail(
  db: Db | Tx,
  { roles, verified }: { roles: readonly number[]; verified: boolean },
): Promise<MailedModerator[]> {
  const { rows } = await sql<MailedModerator>`
    SELECT u.email, u.language
      FROM "user" u JOIN "userNotificationSetting" s ON s."userId" = u.id
     WHERE u.role = ANY(${roles}::int[]) AND NOT u.blocked AND s."newUserRegistration" & ${NotificationSetting.EMAIL} <> 0
       ${verified ? sql`AND u."emailVerified" IS DISTINCT FROM false` : sql``}
     ORDER BY u.id`.execute(db)
  return rows
}

export async function findUsername(db: Db | Tx, userId: number): Promise<string | undefined> {
  return (await db.selectFrom('user').select('username').where('id', '=', userId).executeTakeFirst())?.username
}
