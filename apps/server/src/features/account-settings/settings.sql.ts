import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { UserTable } from '#foundation/db/peertube-tables.ts'

export interface Credentials {
  username: string
  email: string
  /** bcrypt hash; null: an account of a plugin. */
  password: string | null
  pluginAuth: string | null
  otpSecret: string | null
}

export async function findCredentials(db: Db | Tx, userId: number): Promise<Credentials | undefined> {
  return db
    .selectFrom('user')
    .select(['username', 'email', 'password', 'pluginAuth', 'otpSecret'])
    .where('id', '=', userId)
    .executeTakeFirst()
}

/** `password`: bcrypt hash. */
export type ProfileColumns = Pick<
  Updateable<UserTable>,
  | 'nsfwPolicy'
  | 'nsfwFlagsDisplayed'
  | 'nsfwFlagsHidden'
  | 'nsfwFlagsWarned'
  | 'nsfwFlagsBlurred'
  | 'p2pEnabled'
  | 'autoPlayVideo'
  | 'autoPlayNextVideo'
  | 'autoPlayNextVideoPlaylist'
  | 'videosHistoryEnabled'
  | 'language'
  | 'videoLanguages'
  | 'theme'
  | 'noInstanceConfigWarningModal'
  | 'noWelcomeModal'
  | 'noAccountSetupWarningModal'
  | 'email'
  | 'pendingEmail'
  | 'emailVerified'
  | 'password'
>

export async function updateProfile(db: Db | Tx, userId: number, columns: ProfileColumns, now: Date): Promise<void> {
  await db
    .updateTable('user')
    .set({ ...columns, updatedAt: now })
    .where('id', '=', userId)
    .execute()
}

/** Whether something is different now; absent = unchanged. */
export async function updateAccount(
  tx: Tx,
  accountId: number,
  { name, description, now }: { name: string | undefined; description: string | null | undefined; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE "account" SET name = new.name, description = new.description, "updatedAt" = ${now}
      FROM (SELECT id, COALESCE(${name ?? null}, name) AS name,
                   CASE WHEN ${description === undefined}::boolean THEN description ELSE ${description ?? null} END
                     AS description
              FROM "account" WHERE id = ${accountId}) new
     WHERE "account".id = new.id
       AND ("account".name, "account".description) IS DISTINCT FROM (new.name, new.description)`.execute(tx)
  return numAffectedRows === 1n
}

export async function markFeatureRead(db: Db | Tx, userId: number, feature: number): Promise<void> {
  await sql`UPDATE "user" SET "newFeaturesInfoRead" = "newFeaturesInfoRead" | ${feature}::int WHERE id = ${userId}`.execute(
    db,
  )
}

export async function findFeedToken(db: Db | Tx, userId: number): Promise<string> {
  const row = await db.selectFrom('user').select('feedToken').where('id', '=', userId).executeTakeFirstOrThrow()
  return row.feedToken
}

export async function setFeedToken(db: Db | Tx, userId: number, feedToken: string): Promise<void> {
  await db.updateTable('user').set({ feedToken }).where('id', '=', userId).execute()
}

export async function updateNotificationSettings(
  db: Db | Tx,
  userId: number,
  settings: Record<string, number>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('userNotificationSetting')
    .set({ ...settings, updatedAt: now })
    .where('userId', '=', userId)
    .execute()
}
