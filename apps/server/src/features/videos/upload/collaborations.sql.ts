import { CollaboratorState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Whether somebody uploads to channels that others pay for. */
export async function isCollaborator(db: Db | Tx, accountId: number): Promise<boolean> {
  const row = await db
    .selectFrom('videoChannelCollaborator')
    .select('id')
    .where('accountId', '=', accountId)
    .where('state', '=', CollaboratorState.ACCEPTED)
    .executeTakeFirst()
  return row !== undefined
}
