import { sql } from 'kysely'
import { CollaboratorState } from '@sepiola/contract/enums.ts'
import {
  accountJson,
  accountSummaryJson,
  channelSummaryJson,
  type AccountRow,
  type ActorSummaryRow,
} from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface CollaboratorRow {
  id: number
  state: number
  accountId: number
  account: AccountRow
  createdAt: Date
  updatedAt: Date
}

const columns = sql`co.id, co.state, co."accountId", ${accountJson(sql<number>`co."accountId"`)} AS account,
  co."createdAt", co."updatedAt"`

/** Those who were invited and did not decline, newest first. */
export async function listCollaborators(db: Db | Tx, channelId: number, most: number): Promise<CollaboratorRow[]> {
  const { rows } = await sql<CollaboratorRow>`
    SELECT ${columns} FROM "videoChannelCollaborator" co
     WHERE co."channelId" = ${channelId} AND co.state <> ${sql.lit(CollaboratorState.REJECTED)}
     ORDER BY co."createdAt" DESC, co.id DESC LIMIT ${most}`.execute(db)
  return rows
}

export interface InvitationRow {
  id: number
  channel: ActorSummaryRow
  ownerAccount: ActorSummaryRow
  createdAt: Date
}

/** What an account was asked to help with and has not answered, newest first; at most 100. */
export async function listInvitations(db: Db | Tx, accountId: number): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    SELECT co.id, co."createdAt", ${channelSummaryJson(sql<number>`c.id`)} AS channel,
           ${accountSummaryJson(sql<number>`c."accountId"`)} AS "ownerAccount"
      FROM "videoChannelCollaborator" co JOIN "videoChannel" c ON c.id = co."channelId"
     WHERE co."accountId" = ${accountId} AND co.state = ${sql.lit(CollaboratorState.PENDING)}
     ORDER BY co."createdAt" DESC, co.id DESC LIMIT 100`.execute(db)
  return rows
}

export async function findCollaborator(
  db: Db | Tx,
  { channelId, id }: { channelId: number; id: number },
): Promise<CollaboratorRow | undefined> {
  const { rows } = await sql<CollaboratorRow>`
    SELECT ${columns} FROM "videoChannelCollaborator" co
     WHERE co.id = ${id} AND co."channelId" = ${channelId}`.execute(db)
  return rows[0]
}

/** Until the transaction ends nobody else changes who helps with a channel; false: the channel is gone. */
export async function lockCollaborators(tx: Tx, channelId: number): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM "videoChannel" WHERE id = ${channelId} FOR NO KEY UPDATE`.execute(tx)
  return rows.length > 0
}

export async function findStateOf(
  tx: Tx,
  { channelId, accountId }: { channelId: number; accountId: number },
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('videoChannelCollaborator')
    .select('state')
    .where('channelId', '=', channelId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.state
}

export async function countCollaborators(tx: Tx, channelId: number): Promise<number> {
  const row = await tx
    .selectFrom('videoChannelCollaborator')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('channelId', '=', channelId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function insertCollaborator(
  tx: Tx,
  { channelId, accountId, now }: { channelId: number; accountId: number; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('videoChannelCollaborator')
    .values({ channelId, accountId, state: CollaboratorState.PENDING, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False: the invitation was answered or withdrawn meanwhile. */
export async function answerInvitation(tx: Tx, id: number, state: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('videoChannelCollaborator')
    .set({ state, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', CollaboratorState.PENDING)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function deleteCollaborator(tx: Tx, of: { channelId: number; accountId: number }): Promise<void> {
  await tx
    .deleteFrom('videoChannelCollaborator')
    .where('channelId', '=', of.channelId)
    .where('accountId', '=', of.accountId)
    .execute()
}
