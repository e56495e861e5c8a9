import { sql, type RawBuilder } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import { isPublicChannel } from '#features/channels/public.ts'
import { isKnownPlaylist } from '#features/playlists/public.ts'
import type { Db } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

type Sort = 'match' | 'displayName' | 'createdAt'

export interface OthersSearch {
  start: number
  count: number
  sort: Sort | `-${Sort}`
  search?: string | undefined
  host?: string | undefined
  /** Host of this server. */
  localHost: string
}

/** Least likeness of a name in trigrams (spec 03 §21); above the connection's, so that the index serves it. */
const leastLikeness = sql.lit(0.6)

const plain = (text: string) => sql`lower(immutable_unaccent(${text}))`
const contained = (text: string) => sql`lower(immutable_unaccent(${containing(text)}))`

/** Channels here and on followed servers, by their display name, handle or owner. */
export async function findChannels(
  db: Db,
  query: OthersSearch & { handles?: readonly { name: string; host: string | null }[] | undefined },
): Promise<{ total: number; channels: ChannelRow[] }> {
  const text = query.search?.replace(/^@/, '')
  const rules = [isPublicChannel]
  if (text) {
    rules.push(sql`c."id" IN (
      SELECT n."id" FROM "videoChannel" n WHERE ${plain(text)} <% lower(immutable_unaccent(n."name"))
        AND word_similarity(${plain(text)}, lower(immutable_unaccent(n."name"))) >= ${leastLikeness}
      UNION ALL SELECT n."id" FROM "videoChannel" n WHERE lower(immutable_unaccent(n."name")) LIKE ${contained(text)}
      UNION ALL SELECT n."videoChannelId" FROM "actor" n
        WHERE lower(n."preferredUsername") LIKE lower(${containing(text)}) AND n."videoChannelId" IS NOT NULL
      UNION ALL SELECT n."id" FROM "videoChannel" n JOIN "account" o ON o."id" = n."accountId"
        WHERE lower(o."name") LIKE lower(${containing(text)}))`)
  }
  if (query.host !== undefined) rules.push(actorOf(sql`act."videoChannelId" = c."id"`, query.host, query.localHost))
  if (query.handles) rules.push(namedBy(query.handles))
  const named = sql`CASE WHEN EXISTS (SELECT FROM "actor" act WHERE act."videoChannelId" = c."id"
    AND lower(act."preferredUsername") LIKE lower(${containing(text ?? '')})) THEN 1 ELSE 0 END`
  const { ids, total } = await findPage(db, sql`"videoChannel" c`, 'c', rules, query, text, named)
  const { rows } = await sql<{ channel: ChannelRow }>`
    SELECT ${channelJson(sql<number>`page."id"`)} AS "channel"
    FROM unnest(${ids}::int[]) WITH ORDINALITY AS page ("id", "position") ORDER BY page."position"`.execute(db)
  return { total, channels: rows.map((row) => row.channel) }
}

/** Ids of public playlists with videos, here and on followed servers, by their name. */
export async function findPlaylistIds(
  db: Db,
  query: OthersSearch & { uuids?: readonly string[] | undefined },
): Promise<{ total: number; ids: number[] }> {
  const { search: text } = query
  const rules = [
    sql`p."privacy" = 1 AND p."type" = 1
      AND EXISTS (SELECT FROM "videoPlaylistElement" e WHERE e."videoPlaylistId" = p."id")`,
    isKnownPlaylist,
  ]
  if (text) {
    rules.push(sql`p."id" IN (
      SELECT n."id" FROM "videoPlaylist" n WHERE ${plain(text)} <% lower(immutable_unaccent(n."name"))
        AND word_similarity(${plain(text)}, lower(immutable_unaccent(n."name"))) >= ${leastLikeness}
      UNION ALL SELECT n."id" FROM "videoPlaylist" n WHERE lower(immutable_unaccent(n."name")) LIKE ${contained(text)})`)
  }
  if (query.host !== undefined) {
    rules.push(actorOf(sql`act."accountId" = p."ownerAccountId"`, query.host, query.localHost))
  }
  if (query.uuids) rules.push(sql`p."uuid" = ANY(${query.uuids}::uuid[])`)
  return findPage(db, sql`"videoPlaylist" p`, 'p', rules, query, text)
}

async function findPage(
  db: Db,
  table: RawBuilder<unknown>,
  alias: 'c' | 'p',
  rules: readonly RawBuilder<unknown>[],
  query: OthersSearch,
  text: string | undefined,
  /** Added to the likeness of the name. */
  more: RawBuilder<unknown> = sql`0`,
): Promise<{ total: number; ids: number[] }> {
  const where = sql.join(rules, sql` AND `)
  const name = sql.ref(`${alias}.name`)
  const keys: Record<Sort, RawBuilder<unknown>> = {
    match: text ? sql`word_similarity(${plain(text)}, lower(immutable_unaccent(${name}))) + ${more}` : sql`0::real`,
    displayName: sql`${name} COLLATE "und-x-icu"`,
    createdAt: sql.ref(`${alias}.createdAt`),
  }
  const { column, direction } = readSort(query.sort)
  const id = sql.ref(`${alias}.id`)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS "total" FROM ${table} WHERE ${where}`.execute(db),
    sql<{ id: number }>`SELECT ${id} FROM ${table} WHERE ${where}
      ORDER BY ${keys[column]} ${direction}, ${id} ASC ${pageClause(query)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, ids: listed.rows.map((row) => row.id) }
}

function actorOf(owner: RawBuilder<unknown>, host: string, localHost: string): RawBuilder<unknown> {
  if (host === localHost) return sql`EXISTS (SELECT FROM "actor" act WHERE ${owner} AND act."serverId" IS NULL)`
  return sql`EXISTS (SELECT FROM "actor" act JOIN "server" s ON s."id" = act."serverId"
    WHERE ${owner} AND s."host" = ${host})`
}

function namedBy(handles: readonly { name: string; host: string | null }[]): RawBuilder<unknown> {
  const names = handles.map(({ name }) => name.toLowerCase())
  const hosts = handles.map(({ host }) => host ?? '')
  return sql`c."id" IN (SELECT act."videoChannelId" FROM unnest(${names}::text[], ${hosts}::text[]) AS h ("name", "host")
    JOIN "actor" act ON lower(act."preferredUsername") = h."name" LEFT JOIN "server" s ON s."id" = act."serverId"
    WHERE coalesce(s."host", '') = h."host" AND act."videoChannelId" IS NOT NULL)`
}
