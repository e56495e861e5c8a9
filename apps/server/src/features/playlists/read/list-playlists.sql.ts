import { sql, type RawBuilder } from 'kysely'
import { followedServerIds } from '#features/accounts/public.ts'
import { collaboratedChannels } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

type Column = 'name' | 'displayName' | 'createdAt' | 'updatedAt' | 'videoChannelPosition'

export interface PlaylistQuery {
  start: number
  count: number
  sort: Column | `-${Column}`
  playlistType?: number | undefined
  search?: string | undefined
  /** Channels by their local names. */
  channelNameOneOf?: readonly string[] | undefined
}

/** Which playlists a list is about, besides the query. */
export interface PlaylistScope {
  accountId?: number
  channelId?: number
  /** With `accountId`: also playlists of channels where that account is an accepted collaborator. */
  collaborations?: boolean
  /** Every privacy, instead of the public ones only. */
  all: boolean
  /** Those of other servers only from servers that the instance follows. */
  followedOnly: boolean
}

const name = sql`p."name" COLLATE "und-x-icu"`
const columns: Record<Column, RawBuilder<unknown>> = {
  name,
  displayName: name,
  createdAt: sql`p."createdAt"`,
  updatedAt: sql`p."updatedAt"`,
  videoChannelPosition: sql`p."videoChannelPosition"`,
}

/** Ids of one page, in order, and how many there are in all. */
export async function findPlaylistIds(
  db: Db | Tx,
  query: PlaylistQuery,
  scope: PlaylistScope,
): Promise<{ total: number; ids: number[] }> {
  const where = sql.join(rules(query, scope, isKnownPlaylist), sql` AND `)
  // The page looks owners up one by one, the total of everybody's needs no more than indexes.
  const isEverywhere = scope.accountId === undefined && scope.channelId === undefined
  const all = isEverywhere ? sql.join(rules(query, scope, isOfKnownAccount), sql` AND `) : where
  const { column, direction } = readSort(query.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM "videoPlaylist" p WHERE ${all}`.execute(db),
    sql<{ id: number }>`
      SELECT p."id" FROM "videoPlaylist" p WHERE ${where}
      ORDER BY ${columns[column]} ${direction}, p."id" ASC ${pageClause(query)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, ids: listed.rows.map((row) => row.id) }
}

function rules(query: PlaylistQuery, scope: PlaylistScope, isKnown: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  const add = (rule: RawBuilder<unknown>) => all.push(rule)
  // Literal, as in the index of public playlists.
  add(scope.all ? sql`TRUE` : sql`p."privacy" = 1`)
  if (scope.accountId !== undefined) add(ownedBy(scope.accountId, scope.collaborations ?? false))
  if (scope.channelId !== undefined) add(sql`p."videoChannelId" = ${scope.channelId}`)
  if (scope.followedOnly) add(isKnown)
  if (query.playlistType !== undefined) add(sql`p."type" = ${query.playlistType}`)
  if (query.channelNameOneOf !== undefined) {
    const names = query.channelNameOneOf.map((channel) => channel.toLowerCase())
    add(sql`p."videoChannelId" IN (SELECT a."videoChannelId" FROM "actor" a
      WHERE a."serverId" IS NULL AND a."videoChannelId" IS NOT NULL
        AND lower(a."preferredUsername") = ANY(${names}::text[]))`)
  }
  if (query.search !== undefined) add(matches(query.search))
  return all
}

function ownedBy(accountId: number, collaborations: boolean): RawBuilder<unknown> {
  if (!collaborations) return sql`p."ownerAccountId" = ${accountId}`
  return sql`p."id" IN (
    SELECT own."id" FROM "videoPlaylist" own WHERE own."ownerAccountId" = ${accountId}
    UNION ALL
    SELECT shared."id" FROM "videoPlaylist" shared WHERE shared."videoChannelId" IN (${collaboratedChannels(accountId)}))`
}

/** SQL on the alias `p`: of this server, or of a server where the instance follows somebody. */
export const isKnownPlaylist = sql`EXISTS (SELECT FROM "actor" act WHERE act."accountId" = p."ownerAccountId"
  AND (act."serverId" IS NULL OR act."serverId" = ANY(ARRAY(${followedServerIds}))))`

/** The same by another way: from the index of accounts' actors alone. */
const isOfKnownAccount = sql`p."ownerAccountId" IN (
  SELECT "accountId" FROM "actor" WHERE "accountId" IS NOT NULL AND "serverId" IS NULL
  UNION ALL
  SELECT "accountId" FROM "actor" WHERE "accountId" IS NOT NULL AND "serverId" = ANY(ARRAY(${followedServerIds})))`

/** Contained, or close in trigrams, without accents and case: of few playlists all are compared, of many by an index. */
function matches(search: string): RawBuilder<unknown> {
  const text = sql`lower(immutable_unaccent(p."name"))`
  return sql`(lower(immutable_unaccent(${search})) <% ${text}
    OR ${text} LIKE lower(immutable_unaccent(${containing(search)})))`
}
