import {
  channelActivityActionLabels,
  channelActivityTargetLabels,
  ChannelActivityTarget,
} from '@sepiola/contract/enums.ts'
import type { VideoChannelActivity } from '@sepiola/contract/schemas/ownership.ts'
import { isUuid, uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { actorSummaryView } from '#features/accounts/public.ts'
import { labelledNumber } from '#foundation/labelled.ts'
import type { Origin } from '#foundation/origin.ts'
import type { ActivityRow, ActivityTargetRow } from './list-activities.sql.ts'

/** `VideoChannelActivity` (spec 04 §3.4): of the targets only that of the row's type. */
export function activityView(origin: Origin, row: ActivityRow): VideoChannelActivity {
  const target: ActivityTargetRow = { ...row.data, ...row.current }
  const of = <T>(type: number, view: (target: ActivityTargetRow) => T) =>
    row.targetType === type ? view(target) : null
  return {
    id: row.id,
    account: row.account && actorSummaryView(origin, row.account),
    action: labelledNumber(channelActivityActionLabels, row.action),
    targetType: labelledNumber(channelActivityTargetLabels, row.targetType),
    details: null,
    createdAt: row.createdAt.toISOString(),
    channel: row.channel,
    video: of(ChannelActivityTarget.VIDEO, (video) => ({ ...publicObject(video), isLive: video.isLive ?? false })),
    playlist: of(ChannelActivityTarget.PLAYLIST, publicObject),
    videoImport: of(ChannelActivityTarget.VIDEO_IMPORT, (videoImport) => ({
      ...publicObject(videoImport),
      targetUrl: videoImport.targetUrl ?? '',
    })),
    channelSync: of(ChannelActivityTarget.CHANNEL_SYNC, ({ id, externalChannelUrl }) => ({
      id: id ?? unknownId,
      externalChannelUrl: externalChannelUrl ?? '',
    })),
    targetAccount: targetAccountView(row.data.targetAccount),
  }
}

/** Snapshots that another server software wrote may lack the number of what is gone. */
const unknownId = 0

function publicObject({ id, name, uuid, url }: ActivityTargetRow) {
  const shortUUID = uuid && isUuid(uuid) ? uuidToShort(uuid) : ''
  return { id: id ?? unknownId, name: name ?? '', uuid: uuid ?? '', shortUUID, url: url ?? '' }
}

function targetAccountView(account: ActivityTargetRow['targetAccount']) {
  if (!account?.username) return null
  return { username: account.username, displayName: account.displayName ?? account.username, url: account.url ?? '' }
}
