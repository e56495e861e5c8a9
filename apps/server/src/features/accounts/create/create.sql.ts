import { PlaylistPrivacy, PlaylistType } from '@sepiola/contract/enums.ts'
import type { Tx } from '#foundation/db/database.ts'

export async function insertAccount(
  tx: Tx,
  account: { name: string; description: string | null; userId: number | null; applicationId: number | null; now: Date },
): Promise<number> {
  const { now, ...columns } = account
  const row = await tx
    .insertInto('account')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertChannel(
  tx: Tx,
  channel: { name: string; description: string | null; support: string | null; accountId: number; now: Date },
): Promise<number> {
  const { now, ...columns } = channel
  const row = await tx
    .insertInto('videoChannel')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The private "Watch later" playlist that every local account has (spec 04 §6.1). */
export async function insertWatchLater(
  tx: Tx,
  playlist: { uuid: string; url: string; ownerAccountId: number; now: Date },
): Promise<void> {
  const { now, ...columns } = playlist
  await tx
    .insertInto('videoPlaylist')
    .values({
      ...columns,
      name: 'Watch later',
      privacy: PlaylistPrivacy.PRIVATE,
      type: PlaylistType.WATCH_LATER,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}
