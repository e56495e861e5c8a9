import { sql, type RawBuilder } from 'kysely'
import { CollaboratorState } from '@sepiola/contract/enums.ts'
import { followedServerIds } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause } from '#foundation/db/list-clauses.ts'

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
  const where = sql.join(rules(query, scope), sql` AND `)
  const column = columns[query.sort.replace(/^-/, '') as Column]
  const direction = query.sort.startsWith('-') ? sql`DESC` : sql`ASC`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM "videoPlaylist" p WHERE ${where}`.execute(db),
    sql<{ id: number }>`
      SELECT p."id" FROM "videoPlaylist" p WHERE ${where}
      ORDER BY ${column} ${direction}, p."id" ASC ${pageClause(query)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, ids: listed.rows.map((row) => row.id) }
}

function rules(query: PlaylistQuery, scope: PlaylistScope): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  const add = (rule: RawBuilder<unknown>) => all.push(rule)
  // Literal, as in the index of public playlists.
  add(scope.all ? sql`TRUE` : sql`p."privacy" = 1`)
  if (scope.accountId !== undefined) add(ownedBy(scope.accountId, scope.collaborations ?? false))
  if (scope.channelId !== undefined) add(sql`p."videoChannelId" = ${scope.channelId}`)
  if (scope.followedOnly) add(isKnownPlaylist)
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
  const own = sql`p."ownerAccountId" = ${accountId}`
  if (!collaborations) return own
  return sql`(${own} OR p."videoChannelId" IN (${collaboratingOn(accountId)}))`
}

export function collaboratingOn(accountId: number): RawBuilder<unknown> {
  return sql`SELECT k."channelId" FROM "videoChannelCollaborator" k WHERE k."accountId" = ${accountId}
    AND k."state" = ${sql.lit(CollaboratorState.ACCEPTED)} AND k."channelId" IS NOT NULL`
}

/** SQL on the alias `p`: of this server, or of a server where the instance follows somebody. */
export const isKnownPlaylist = sql`EXISTS (SELECT FROM "actor" act WHERE act."accountId" = p."ownerAccountId"
  AND (act."serverId" IS NULL OR act."serverId" = ANY(ARRAY(${followedServerIds}))))`

/** Contained, or close in trigrams, without accents and case; each branch has an index. */
function matches(search: string): RawBuilder<unknown> {
  const words = sql`lower(immutable_unaccent(${search}))`
  const contained = sql`lower(immutable_unaccent(${containing(search)}))`
  const text = sql`lower(immutable_unaccent(n."name"))`
  return sql`p."id" IN (
    SELECT n."id" FROM "videoPlaylist" n WHERE ${words} <% ${text}
    UNION ALL SELECT n."id" FROM "videoPlaylist" n WHERE ${text} LIKE ${contained})`
}
