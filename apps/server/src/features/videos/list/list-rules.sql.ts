import { sql, type RawBuilder } from 'kysely'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import { instanceAccountIds } from '#features/accounts/public.ts'
import { mutedAccounts } from '#features/blocklists/public.ts'
import { channelsOf } from '#features/channels/public.ts'
import { containing } from '#foundation/db/list-clauses.ts'
import type { VideoLimits, VideoListFilters, VideoListScope } from './list-filters.ts'

export interface ListMoment {
  now: Date
  trendingSince: Date
  /** How actors of this server are addressed; `host` filters by it mean local videos. */
  localHost: string
}

/** All rules of spec 03 §1.2–1.5 on the alias `v`. */
export function where(filters: VideoListFilters, moment: ListMoment): RawBuilder<unknown> {
  const rules = [
    ...visibilityRules(filters, moment),
    ...nsfwRules(filters),
    ...scopeRules(filters.scope),
    ...attributeRules(filters, moment),
    ...limitRules(filters),
  ]
  return rules.length === 0 ? sql`TRUE` : sql.join(rules, sql` AND `)
}

/** What a signed-in user sees in lists: literally as in the partial indexes, so that the planner can use them. */
const listedForUsers = [1, 4]

function visibilityRules(filters: VideoListFilters, { now }: ListMoment): RawBuilder<unknown>[] {
  const rules: RawBuilder<unknown>[] = []
  if (filters.privacies?.length === 1) rules.push(sql`v."privacy" = ${sql.lit(filters.privacies[0])}`)
  else if (String(filters.privacies) === String(listedForUsers)) rules.push(sql`v."privacy" IN (1, 4)`)
  else if (filters.privacies) rules.push(sql`v."privacy" = ANY(${filters.privacies}::int[])`)

  if (filters.states === 'listed') {
    const listed = sql`(v."state" = 1 OR (v."state" = 2 AND NOT v."waitTranscoding"))`
    rules.push(filters.scheduledLives ? sql`(${listed} OR ${scheduledLive(now)})` : listed)
  } else if (filters.states !== 'any') {
    rules.push(sql`v."state" = ANY(${filters.states}::int[])`)
  }

  if (filters.excludeBlocked) rules.push(sql`v."id" NOT IN (SELECT b."videoId" FROM "videoBlacklist" b)`)
  if (filters.mutedBy !== false) rules.push(sql`v."channelId" NOT IN (${mutedChannels(filters.mutedBy)})`)
  if (filters.scope.followedOnly) rules.push(followedOrLocal)
  return rules
}

function scheduledLive(now: Date): RawBuilder<unknown> {
  return sql`(v."state" = 4 AND v."isLive" AND EXISTS (SELECT FROM "videoLive" l
    JOIN "videoLiveSchedule" s ON s."liveVideoId" = l."id" WHERE l."videoId" = v."id" AND s."startAt" > ${now}))`
}

export function mutedChannels(viewerAccountId: number | null): RawBuilder<unknown> {
  return sql`SELECT c."id" FROM "videoChannel" c WHERE c."accountId" IN (${mutedAccounts([viewerAccountId])})`
}

/**
 * Local, or its channel, account or a sharer is followed by the instance (spec 03 §1.1). The look into the table is a
 * scalar so that it is made for the rows that are shown: the planner would read the whole table first.
 */
export const followedOrLocal = sql`(NOT v."remote"
  OR (SELECT TRUE FROM sepiola."followedVideo" followed WHERE followed."videoId" = v."id") IS TRUE)`

function nsfwRules({ nsfw, nsfwIncluded, nsfwExcluded }: VideoListFilters): RawBuilder<unknown>[] {
  const excluded = sql`(v."nsfwFlags" & ${nsfwExcluded}::int) = 0`
  if (nsfw === 'only') return nsfwExcluded ? [sql`v."nsfw"`, excluded] : [sql`v."nsfw"`]
  if (nsfw === 'without') {
    return [nsfwIncluded ? sql`(NOT v."nsfw" OR (v."nsfwFlags" & ${nsfwIncluded}::int) <> 0)` : sql`NOT v."nsfw"`]
  }
  return nsfwExcluded ? [sql`(NOT v."nsfw" OR ${excluded})`] : []
}

function scopeRules(scope: VideoListScope): RawBuilder<unknown>[] {
  const rules: RawBuilder<unknown>[] = []
  if (scope.channelId !== undefined) rules.push(sql`v."channelId" = ${scope.channelId}`)
  if (scope.followed) rules.push(followedRule(scope.followed))
  if (scope.withFiles) rules.push(hasFiles)
  if (scope.channelNames) {
    rules.push(sql`v."channelId" IN (SELECT a."videoChannelId" FROM "actor" a
      WHERE a."serverId" IS NULL AND a."videoChannelId" IS NOT NULL
        AND lower(a."preferredUsername") = ANY(${scope.channelNames.map((name) => name.toLowerCase())}::text[]))`)
  }
  if (scope.accountId !== undefined) {
    rules.push(sql`v."channelId" IN (${channelsOf(scope.accountId, scope.collaborations ?? false)})`)
  }
  return rules
}

/**
 * Placeholders of a running live have the size −1. Scalars, so that the looks are made for the rows that are shown: the
 * planner would read all files of the server first.
 */
const hasFiles = sql`((SELECT TRUE FROM "videoFile" f WHERE f."videoId" = v."id" AND f."size" >= 0 LIMIT 1) IS TRUE
  OR (SELECT TRUE FROM "videoStreamingPlaylist" p JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p."id"
    WHERE p."videoId" = v."id" AND f."size" >= 0 LIMIT 1) IS TRUE)`

/** Scalars for the same reason. */
const hasWebVideo = sql`(SELECT TRUE FROM "videoFile" f WHERE f."videoId" = v."id" LIMIT 1)`
const hasHlsFile = sql`(SELECT TRUE FROM "videoStreamingPlaylist" p
  JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p."id" WHERE p."videoId" = v."id" LIMIT 1)`

/**
 * The numbers stand in the statement itself: with them as parameters the plan that is kept for everybody reads all videos
 * of the channels for a page that one walk along the publication dates gives.
 */
function followedRule({ channelIds, videoIds }: NonNullable<VideoListScope['followed']>): RawBuilder<unknown> {
  const inChannels = sql`v."channelId" = ANY(${inlined(channelIds)})`
  return videoIds.length === 0 ? inChannels : sql`(${inChannels} OR v."id" = ANY(${inlined(videoIds)}))`
}

const inlined = (ids: readonly number[]) => sql`${sql.lit(`{${ids.join(',')}}`)}::int[]`

function attributeRules(filters: VideoListFilters, { localHost }: ListMoment): RawBuilder<unknown>[] {
  const rules: RawBuilder<unknown>[] = []
  const add = (rule: RawBuilder<unknown>) => rules.push(rule)
  if (filters.categoryOneOf) add(oneOf('category', filters.categoryOneOf))
  if (filters.licenceOneOf) add(oneOf('licence', filters.licenceOneOf))
  if (filters.languageOneOf) add(languageRule(filters.languageOneOf))
  if (filters.tagsOneOf) add(sql`v."id" IN (${taggedWith(filters.tagsOneOf)})`)
  for (const tag of new Set(filters.tagsAllOf)) add(sql`v."id" IN (${taggedWith([tag])})`)
  if (filters.autoTagOneOf) {
    add(sql`v."id" IN (SELECT t."videoId" FROM "videoAutomaticTag" t JOIN "automaticTag" n
      ON n."id" = t."automaticTagId" WHERE lower(n."name") = ANY(${filters.autoTagOneOf}::text[])
        AND t."accountId" IN (${instanceAccountIds}))`)
  }
  if (filters.isLive !== undefined) add(sql`v."isLive" = ${filters.isLive}`)
  if (filters.isLocal !== undefined) add(sql`v."remote" = ${!filters.isLocal}`)
  if (filters.host !== undefined) add(hostRule(filters.host, localHost))
  if (filters.hasWebVideoFiles !== undefined) {
    add(sql`${hasWebVideo} IS ${filters.hasWebVideoFiles ? sql`TRUE` : sql`NOT TRUE`}`)
  }
  if (filters.hasHLSFiles !== undefined) {
    add(sql`${hasHlsFile} IS ${filters.hasHLSFiles ? sql`TRUE` : sql`NOT TRUE`}`)
  }
  if (filters.search !== undefined) add(searchRule(filters.search))
  if (filters.notWatchedBy !== undefined) {
    add(sql`v."id" NOT IN (SELECT h."videoId" FROM "userVideoHistory" h WHERE h."userId" = ${filters.notWatchedBy})`)
  }
  return rules
}

function limitRules(limits: VideoLimits): RawBuilder<unknown>[] {
  const { startDate, endDate, originallyPublishedStartDate: from, originallyPublishedEndDate: until } = limits
  const rules: RawBuilder<unknown>[] = []
  if (startDate) rules.push(sql`v."publishedAt" >= ${startDate}`)
  if (endDate) rules.push(sql`v."publishedAt" <= ${endDate}`)
  if (from) rules.push(sql`v."originallyPublishedAt" >= ${from}`)
  if (until) rules.push(sql`v."originallyPublishedAt" <= ${until}`)
  if (limits.durationMin !== undefined) rules.push(sql`v."duration" >= ${limits.durationMin}`)
  if (limits.durationMax !== undefined) rules.push(sql`v."duration" <= ${limits.durationMax}`)
  if (limits.uuidOneOf) rules.push(sql`v."uuid" = ANY(${limits.uuidOneOf}::uuid[])`)
  return rules
}

/** One value is compared by itself: an index that has the list's order behind it serves that, but no array. */
function oneOf(column: 'category' | 'licence', values: readonly number[]): RawBuilder<unknown> {
  const name = sql.ref(`v.${column}`)
  return values.length === 1 ? sql`${name} = ${values[0]}` : sql`${name} = ANY(${values}::int[])`
}

function languageRule(languages: readonly string[]): RawBuilder<unknown> {
  const known = languages.filter((language) => language !== '_unknown')
  const spoken = sql`(v."language" = ANY(${known}::text[]) OR v."id" IN (
    SELECT c."videoId" FROM "videoCaption" c WHERE c."language" = ANY(${known}::text[])))`
  if (!languages.includes('_unknown')) return spoken
  return known.length === 0 ? sql`v."language" IS NULL` : sql`(v."language" IS NULL OR ${spoken})`
}

function taggedWith(tags: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT vt."videoId" FROM "videoTag" vt JOIN "tag" t ON t."id" = vt."tagId"
    WHERE lower(t."name") = ANY(${tags}::text[])`
}

function hostRule(host: string, localHost: string): RawBuilder<unknown> {
  if (host === localHost) return sql`NOT v."remote"`
  return sql`(v."remote" AND v."channelId" IN (SELECT a."videoChannelId" FROM "actor" a JOIN "server" s
    ON s."id" = a."serverId" WHERE s."host" = ${host} AND a."videoChannelId" IS NOT NULL))`
}

/**
 * Spec 03 §1.5: close in trigrams, contained, a tag of that name, or the UUID itself. One branch each, because an index
 * serves each of them but none an OR of them; the similarity's threshold is set on the connection.
 */
function searchRule(search: string): RawBuilder<unknown> {
  const words = sql`lower(immutable_unaccent(${search}))`
  const contained = sql`lower(immutable_unaccent(${containing(search)}))`
  const name = sql`lower(immutable_unaccent(n."name"))`
  return sql`v."id" IN (
    SELECT n."id" FROM "video" n WHERE ${words} <% ${name}
    UNION ALL SELECT n."id" FROM "video" n WHERE ${name} LIKE ${contained}
    UNION ALL ${taggedWith([search.toLowerCase()])}
    ${isUuid(search) ? sql`UNION ALL SELECT n."id" FROM "video" n WHERE n."uuid" = ${search}` : sql``})`
}
