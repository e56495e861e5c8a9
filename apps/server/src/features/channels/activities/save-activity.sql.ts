import { ChannelActivityTarget } from '@sepiola/contract/enums.ts'
import type { Tx } from '#foundation/db/database.ts'

/** What an activity is about: kept as it is now, for the time when it is gone (spec 04 §3.4). */
export type ActivityTarget =
  | { video: { id: number; name: string; uuid: string; url: string; isLive: boolean } }
  | { playlist: { id: number; name: string; uuid: string; url: string } }
  | { channel: { name: string; displayName: string; url: string } }
  | { channelSync: { id: number; externalChannelUrl: string } }
  | { videoImport: { id: number; name: string; uuid: string; url: string; targetUrl: string } }

export interface ChannelActivity {
  /** `ChannelActivityAction` */
  action: number
  channelId: number
  /** Who did it; null = the machine. */
  accountId: number | null
  target: ActivityTarget
  /** The object is deleted in this transaction: the row cannot point to it. */
  targetIsGone?: boolean
  /** Whom an ownership request is for. */
  targetAccount?: { username: string; displayName: string; url: string }
  now: Date
}

const targetTypes = {
  video: ChannelActivityTarget.VIDEO,
  playlist: ChannelActivityTarget.PLAYLIST,
  channel: ChannelActivityTarget.CHANNEL,
  channelSync: ChannelActivityTarget.CHANNEL_SYNC,
  videoImport: ChannelActivityTarget.VIDEO_IMPORT,
} as const

/** One line of a channel's activity list. */
export async function saveChannelActivity(tx: Tx, activity: ChannelActivity): Promise<void> {
  const [[kind, target]] = Object.entries(activity.target) as [[keyof typeof targetTypes, { id?: number }]]
  const idOf = (wanted: typeof kind) => (kind === wanted && !activity.targetIsGone ? target.id! : null)
  await tx
    .insertInto('videoChannelActivity')
    .values({
      action: activity.action,
      targetType: targetTypes[kind],
      data: JSON.stringify({ ...target, ...(activity.targetAccount && { targetAccount: activity.targetAccount }) }),
      details: null,
      videoChannelId: activity.channelId,
      accountId: activity.accountId,
      videoId: idOf('video'),
      videoPlaylistId: idOf('playlist'),
      videoChannelSyncId: idOf('channelSync'),
      videoImportId: idOf('videoImport'),
      createdAt: activity.now,
      updatedAt: activity.now,
    })
    .execute()
}
