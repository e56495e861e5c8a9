import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Where addresses of this server's own things are stored. */
const columns: readonly (readonly [table: string, column: string])[] = [
  ['actor', 'url'],
  ['actor', 'inboxUrl'],
  ['actor', 'outboxUrl'],
  ['actor', 'sharedInboxUrl'],
  ['actor', 'followersUrl'],
  ['actor', 'followingUrl'],
  ['actorReserved', 'url'],
  ['actorFollow', 'url'],
  ['accountVideoRate', 'url'],
  ['localVideoViewer', 'url'],
  ['video', 'url'],
  ['videoComment', 'url'],
  ['videoPlaylist', 'url'],
  ['videoPlaylistElement', 'url'],
  ['videoRedundancy', 'url'],
  ['videoRedundancy', 'fileUrl'],
  ['videoShare', 'url'],
]

/** `https://video.example`, out of the address of the instance's own actor. */
export async function findStoredOrigin(db: Db): Promise<string | undefined> {
  const actor = await db
    .selectFrom('actor')
    .innerJoin('account', 'account.id', 'actor.accountId')
    .select('actor.url')
    .where('account.applicationId', 'is not', null)
    .where('actor.serverId', 'is', null)
    .executeTakeFirst()
  return actor && new URL(actor.url).origin
}

/** Follows of other servers' actors by ours. */
export async function countFollowedServers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM "actorFollow" f
    JOIN "actor" own ON own.id = f."actorId" AND own."serverId" IS NULL
    JOIN "actor" target ON target.id = f."targetActorId" AND target."serverId" IS NOT NULL`.execute(db)
  return rows[0]!.count
}

export async function countStoredUrls(db: Db, from: string): Promise<{ column: string; count: number }[]> {
  const counts = columns.map(
    ([table, column]) => sql`
      SELECT ${`${table}.${column}`} AS "column",
        (SELECT count(*)::int FROM ${sql.table(table)} WHERE starts_with(${sql.ref(column)}, ${`${from}/`})) AS count`,
  )
  return (await sql<{ column: string; count: number }>`${sql.join(counts, sql` UNION ALL `)}`.execute(db)).rows
}

export async function rewriteStoredUrls(tx: Tx, from: string, to: string): Promise<void> {
  for (const [table, column] of columns) {
    const ref = sql.ref(column)
    await sql`UPDATE ${sql.table(table)} SET ${ref} = ${to} || substr(${ref}, ${from.length + 1}::int)
      WHERE starts_with(${ref}, ${`${from}/`})`.execute(tx)
  }
}
