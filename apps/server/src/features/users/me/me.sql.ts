import { sql } from 'kysely'
import { CollaboratorState } from '@sepiola/contract/enums.ts'
import { accountJson, channelJson, type AccountRow, type ChannelRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface UserRow {
  id: number
  username: string
  email: string
  pendingEmail: string | null
  emailVerified: boolean | null
  nsfwPolicy: 'do_not_list' | 'warn' | 'blur' | 'display'
  nsfwFlagsDisplayed: number
  nsfwFlagsHidden: number
  nsfwFlagsBlurred: number
  nsfwFlagsWarned: number
  p2pEnabled: boolean
  videosHistoryEnabled: boolean
  autoPlayVideo: boolean
  autoPlayNextVideo: boolean
  autoPlayNextVideoPlaylist: boolean
  language: string | null
  videoLanguages: string[] | null
  adminFlags: number
  blocked: boolean
  blockedReason: string | null
  role: number
  videoQuota: number
  videoQuotaDaily: number
  theme: string
  noInstanceConfigWarningModal: boolean
  noWelcomeModal: boolean
  noAccountSetupWarningModal: boolean
  newFeaturesInfoRead: number
  pluginAuth: string | null
  lastLoginDate: Date | null
  twoFactorEnabled: boolean
  createdAt: Date
  account: AccountRow
  videoChannels: ChannelRow[]
}

export interface MyUserRow extends UserRow {
  notificationSettings: NotificationSettingsRow
  specialPlaylists: { id: number; name: string; type: number }[]
  videoChannelCollaborations: ChannelRow[]
}

const notificationColumns = [
  'newVideoFromSubscription',
  'newCommentOnMyVideo',
  'abuseAsModerator',
  'videoAutoBlacklistAsModerator',
  'blacklistOnMyVideo',
  'myVideoPublished',
  'myVideoImportFinished',
  'newUserRegistration',
  'newInstanceFollower',
  'autoInstanceFollowing',
  'newFollow',
  'commentMention',
  'abuseStateChange',
  'abuseNewMessage',
  'newPeerTubeVersion',
  'newPluginVersion',
  'myVideoStudioEditionFinished',
  'myVideoTranscriptionGenerated',
] as const

export type NotificationSettingsRow = Record<(typeof notificationColumns)[number], number>

const notificationJson = sql.join(
  notificationColumns.flatMap((column) => [sql`${sql.lit(column)}`, sql.ref(`n.${column}`)]),
)

/** SQL of `UserRow`, on the aliases `u` (user) and `a` (the user's account). */
export const userColumns = sql`
  u.id, u.username, u.email, u."pendingEmail", u."emailVerified", u."nsfwPolicy", u."nsfwFlagsDisplayed",
  u."nsfwFlagsHidden", u."nsfwFlagsBlurred", u."nsfwFlagsWarned", u."p2pEnabled", u."videosHistoryEnabled",
  u."autoPlayVideo", u."autoPlayNextVideo", u."autoPlayNextVideoPlaylist", u.language, u."videoLanguages",
  u."adminFlags", u.blocked, u."blockedReason", u.role, u."videoQuota", u."videoQuotaDaily", u.theme,
  u."noInstanceConfigWarningModal", u."noWelcomeModal", u."noAccountSetupWarningModal", u."newFeaturesInfoRead",
  u."pluginAuth", u."lastLoginDate", u."createdAt", u."otpSecret" IS NOT NULL AS "twoFactorEnabled",
  ${accountJson(sql<number>`a.id`)} AS account,
  COALESCE((SELECT json_agg(${channelJson(sql<number>`c.id`)} ORDER BY c."createdAt", c.id)
              FROM "videoChannel" c WHERE c."accountId" = a.id), '[]') AS "videoChannels"`

/** Everything that `GET /users/me` shows, in one query. */
export async function findMyUser(db: Db | Tx, userId: number): Promise<MyUserRow | undefined> {
  const { rows } = await sql<MyUserRow>`
    SELECT ${userColumns},
           (SELECT json_build_object(${notificationJson}) FROM "userNotificationSetting" n
             WHERE n."userId" = u.id ORDER BY n.id LIMIT 1) AS "notificationSettings",
           COALESCE((SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'type', p.type) ORDER BY p.id)
                       FROM "videoPlaylist" p WHERE p."ownerAccountId" = a.id AND p.type <> 1), '[]') AS "specialPlaylists",
           COALESCE((SELECT json_agg(${channelJson(sql<number>`co."channelId"`)} ORDER BY co."createdAt", co.id)
                       FROM "videoChannelCollaborator" co
                      WHERE co."accountId" = a.id AND co.state = ${sql.lit(CollaboratorState.ACCEPTED)}), '[]')
             AS "videoChannelCollaborations"
      FROM "user" u JOIN "account" a ON a."userId" = u.id
     WHERE u.id = ${userId}`.execute(db)
  return rows[0]
}
