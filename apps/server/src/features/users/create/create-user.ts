import { randomUUID } from 'node:crypto'
import { NewFeature } from '@sepiola/contract/enums.ts'
import { createLocalAccount } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { insertNotificationSettings, insertUser } from './user.sql.ts'

const allFeatures = Object.values(NewFeature).reduce((bits, feature) => bits | feature, 0)

export interface NewUser {
  username: string
  email: string
  /** bcrypt hash; null for accounts of an authentication plugin. */
  passwordHash: string | null
  role: number
  adminFlags?: number
  /** Bytes, -1 = unlimited; default: the settings `user.video_quota` and `user.video_quota_daily`. */
  videoQuota?: number
  videoQuotaDaily?: number
  /** null: verification is off or an administrator made the account. */
  emailVerified: boolean | null
  /** Of the account; default: the user name. */
  displayName?: string
  channel?: { name?: string; displayName?: string }
}

export interface CreatedUser {
  userId: number
  accountId: number
  channelId: number
  channelName: string
}

/** User, account, channel, playlist and notification settings (spec 02 §1.1). The caller has checked the names. */
export async function createUser(ctx: Context, tx: Tx, user: NewUser): Promise<CreatedUser> {
  const settings = ctx.settings.current
  const now = ctx.clock.now()
  const userId = await insertUser(tx, {
    username: user.username,
    email: user.email,
    password: user.passwordHash,
    role: user.role,
    adminFlags: user.adminFlags ?? 0,
    emailVerified: user.emailVerified,
    videoQuota: user.videoQuota ?? settings.user.video_quota,
    videoQuotaDaily: user.videoQuotaDaily ?? settings.user.video_quota_daily,
    nsfwPolicy: settings.instance.default_nsfw_policy,
    p2pEnabled: settings.defaults.p2p.webapp.enabled,
    videosHistoryEnabled: settings.user.history.videos.enabled,
    autoPlayVideo: settings.defaults.player.auto_play,
    newFeaturesInfoRead: allFeatures,
    feedToken: randomUUID(),
    now,
  })
  await insertNotificationSettings(tx, userId, now)
  const account = await createLocalAccount(ctx, tx, {
    userId,
    name: user.username,
    displayName: user.displayName,
    channel: user.channel,
  })
  return {
    userId,
    accountId: account.accountId,
    channelId: account.channelId,
    channelName: account.channelName,
  }
}
