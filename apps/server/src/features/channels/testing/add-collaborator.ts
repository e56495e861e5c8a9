import { CollaboratorState } from '@sepiola/contract/enums.ts'
import type { Db } from '#foundation/db/database.ts'

/** Somebody who helps with a channel; with another state one who was only asked, or declined. */
export async function addCollaborator(
  db: Db,
  { state = CollaboratorState.ACCEPTED, ...ids }: { channelId: number; accountId: number; state?: number },
): Promise<void> {
  const now = new Date()
  await db
    .insertInto('videoChannelCollaborator')
    .values({ ...ids, state, createdAt: now, updatedAt: now })
    .execute()
}
