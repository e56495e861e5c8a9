import { sql, type RawBuilder } from 'kysely'
import { CollaboratorState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

const accepted = sql.lit(CollaboratorState.ACCEPTED)

/** Ids of the channels that an account helps with: it was invited, and accepted. */
export function collaboratedChannels(accountId: number): RawBuilder<unknown> {
  return sql`SELECT k."channelId" FROM "videoChannelCollaborator" k
    WHERE k."accountId" = ${accountId} AND k."state" = ${accepted} AND k."channelId" IS NOT NULL`
}

/** Whether the account helps with channels that others pay for. */
export async function isCollaborator(db: Db | Tx, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ helps: boolean }>`
    SELECT EXISTS (${collaboratedChannels(accountId)}) AS "helps"`.execute(db)
  return rows[0]!.helps
}

/** Ids of the channels that an account owns, with `collaborations` also of those that it helps with. */
export function channelsOf(accountId: number, collaborations: boolean): RawBuilder<unknown> {
  const owned = sql`SELECT own."id" FROM "videoChannel" own WHERE own."accountId" = ${accountId}`
  return collaborations ? sql`${owned} UNION ALL ${collaboratedChannels(accountId)}` : owned
}

/** SQL on the alias `c` (channel): the account, an SQL value that may be null, is an accepted collaborator. */
export function helpsWithChannel(accountId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`EXISTS (SELECT FROM "videoChannelCollaborator" k
    WHERE k."channelId" = c."id" AND k."accountId" = ${accountId} AND k."state" = ${accepted})`
}

/** SQL on the alias `c` (channel): the account, an SQL value that may be null, owns it or helps with it. */
export function managesChannel(accountId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${accountId} IS NOT NULL AND (c."accountId" = ${accountId} OR ${helpsWithChannel(accountId)}))`
}
