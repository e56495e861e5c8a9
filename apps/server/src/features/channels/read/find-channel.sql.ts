import { sql } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

/** `host` null: a channel of this server. Names are compared ignoring case. */
export async function findChannelByName(
  db: Db | Tx,
  name: string,
  host: string | null,
): Promise<ChannelRow | undefined> {
  const where =
    host === null ? sql`a."serverId" IS NULL` : sql`a."serverId" = (SELECT id FROM "server" WHERE host = ${host})`
  const { rows } = await sql<{ channel: ChannelRow }>`
    SELECT ${channelJson(sql<number>`a."videoChannelId"`)} AS channel
      FROM "actor" a
     WHERE lower(a."preferredUsername") = lower(${name}) AND ${where} AND a."videoChannelId" IS NOT NULL`.execute(db)
  return rows[0]?.channel
}
