import { sql } from 'kysely'
import { NotificationSetting } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface NewUserRow {
  username: string
  email: string
  /** bcrypt hash; null for accounts of an authentication plugin. */
  password: string | null
  role: number
  adminFlags: number
  emailVerified: boolean | null
  videoQuota: number
  videoQuotaDaily: number
  nsfwPolicy: 'do_not_list' | 'warn' | 'blur' | 'display'
  p2pEnabled: boolean
  videosHistoryEnabled: boolean
  autoPlayVideo: boolean
  newFeaturesInfoRead: number
  feedToken: string
  now: Date
}

/** Returns the user's id. */
export async function insertUser(tx: Tx, user: NewUserRow): Promise<number> {
  const { now, ...columns } = user
  const row = await tx
    .insertInto('user')
    .values({
      ...columns,
      autoPlayNextVideo: false,
      autoPlayNextVideoPlaylist: true,
      theme: 'instance-default',
      createdAt: now,
      updatedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Everything by web; what a moderator or an author should not miss also by mail (spec 02 §2.4). */
export async function insertNotificationSettings(tx: Tx, userId: number, now: Date): Promise<void> {
  const web = NotificationSetting.WEB
  const webAndMail = NotificationSetting.WEB | NotificationSetting.EMAIL
  await tx
    .insertInto('userNotificationSetting')
    .values({
      newVideoFromSubscription: web,
      newCommentOnMyVideo: web,
      abuseAsModerator: webAndMail,
      videoAutoBlacklistAsModerator: webAndMail,
      blacklistOnMyVideo: webAndMail,
      myVideoPublished: web,
      myVideoImportFinished: web,
      newUserRegistration: web,
      newInstanceFollower: web,
      autoInstanceFollowing: web,
      newFollow: web,
      commentMention: web,
      abuseStateChange: webAndMail,
      abuseNewMessage: webAndMail,
      newPeerTubeVersion: web,
      newPluginVersion: web,
      myVideoStudioEditionFinished: web,
      myVideoTranscriptionGenerated: web,
      userId,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

/** Whether one of the values is a user name or an address in use, ignoring case (spec 02 §1). */
export async function isUserTaken(db: Db | Tx, username: string, email: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT 1 FROM "user"
                    WHERE lower(username) IN (lower(${username}), lower(${email}))
                       OR lower(email) IN (lower(${username}), lower(${email}))) AS taken`.execute(db)
  return rows[0]!.taken
}
