import { OwnershipState, ownershipStateLabels } from '@sepiola/contract/enums.ts'
import type { ChangeOwnership } from '@sepiola/contract/schemas/ownership.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { accountView, actorSummaryView } from '#features/accounts/public.ts'
import { thumbnailViews } from '#features/videos/public.ts'
import { labelledNumber } from '#foundation/labelled.ts'
import type { Origin } from '#foundation/origin.ts'
import type { TransferRow } from './ownership.sql.ts'

const oldStatus: Readonly<Record<number, ChangeOwnership['status']>> = {
  [OwnershipState.PENDING]: 'WAITING',
  [OwnershipState.REJECTED]: 'REFUSED',
  [OwnershipState.ACCEPTED]: 'ACCEPTED',
}

/** `ChangeOwnership` (spec 03 §13). */
export function transferView(origin: Origin, row: TransferRow): ChangeOwnership {
  const { video, videoChannel } = row
  return {
    id: row.id,
    state: labelledNumber(ownershipStateLabels, row.state),
    status: oldStatus[row.state] ?? 'WAITING',
    initiatorAccount: accountView(origin, row.initiatorAccount),
    nextOwnerAccount: accountView(origin, row.nextOwnerAccount),
    ...(video && {
      video: {
        ...{ id: video.id, uuid: video.uuid, shortUUID: uuidToShort(video.uuid), name: video.name, nsfw: video.nsfw },
        publishedAt: new Date(video.publishedAt).toISOString(),
        isLive: video.isLive,
        thumbnails: thumbnailViews(origin, video.thumbnails).thumbnails,
        channel: actorSummaryView(origin, video.channel),
      },
    }),
    ...(videoChannel && { videoChannel: actorSummaryView(origin, videoChannel) }),
    createdAt: row.createdAt.toISOString(),
  }
}
