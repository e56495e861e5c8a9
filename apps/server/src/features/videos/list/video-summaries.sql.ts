import { sql, type RawBuilder } from 'kysely'
import { VideoInclude } from '@sepiola/contract/enums.ts'
import { muterIds } from '#features/blocklists/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import {
  automaticTagsJson,
  blockJson,
  liveSchedulesJson,
  playlistsJson,
  scheduleJson,
  sourceJson,
  summaryColumns,
  tagsJson,
  videoColumns,
  webVideosJson,
  type FileRow,
  type PlaylistRow,
  type SourceRow,
  type VideoSummaryRow,
} from '../read/video-json.sql.ts'

/** The parts that `include` adds (spec 03 §1.7). */
export interface ListedVideoRow extends VideoSummaryRow {
  schedule?: { updateAt: string; privacy: number | null } | null
  block?: { reason: string | null } | null
  ownerMuted?: boolean
  serverMuted?: boolean
  webVideos?: FileRow[]
  playlists?: PlaylistRow[]
  source?: SourceRow | null
  automaticTags?: string[]
  tags?: string[]
  liveSchedules?: string[]
}

export interface SummaryOptions {
  include: number
  liveSchedules: boolean
  /** Descriptions in full instead of what their truncated form needs. */
  wholeDescriptions?: boolean
  userId: number | null
  /** The viewer's account, whose mutes are shown beside the instance's. */
  accountId: number | null
  /** Sessions seen since then are watching now. */
  viewersSince: Date
}

/** The videos with these ids, in their order; ids that are gone meanwhile are left out. */
export async function findVideoSummaries(
  db: Db | Tx,
  ids: readonly number[],
  options: SummaryOptions,
): Promise<ListedVideoRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedVideoRow>`
    SELECT ${options.wholeDescriptions ? sql`v."description"` : sql`left(v."description", 251) AS "description"`},
      ${videoColumns(options)}, ${summaryColumns}
      ${included(options)}
    FROM unnest(${ids}::int[]) WITH ORDINALITY AS page ("id", "position")
    JOIN "video" v ON v."id" = page."id"
    JOIN "videoChannel" c ON c."id" = v."channelId"
    ORDER BY page."position"`.execute(db)
  return rows
}

function included({ include, liveSchedules, accountId }: SummaryOptions): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  if (include & VideoInclude.NOT_PUBLISHED_STATE) parts.push(sql`${scheduleJson} AS "schedule"`)
  if (include & VideoInclude.BLACKLISTED) parts.push(sql`${blockJson} AS "block"`)
  if (include & VideoInclude.BLOCKED_OWNER) parts.push(...muteColumns(accountId))
  if (include & VideoInclude.FILES) {
    parts.push(sql`${webVideosJson} AS "webVideos"`, sql`${playlistsJson} AS "playlists"`)
  }
  if (include & VideoInclude.SOURCE) parts.push(sql`${sourceJson} AS "source"`)
  if (include & VideoInclude.AUTOMATIC_TAGS) parts.push(sql`${automaticTagsJson} AS "automaticTags"`)
  if (include & VideoInclude.TAGS) parts.push(sql`${tagsJson} AS "tags"`)
  if (liveSchedules) parts.push(sql`${liveSchedulesJson} AS "liveSchedules"`)
  return parts.length === 0 ? sql`` : sql`, ${sql.join(parts)}`
}

/** `ownerMuted` and `serverMuted` of the channel `c`, by the viewer's account or the instance. */
export function muteColumns(accountId: number | null): RawBuilder<unknown>[] {
  const muters = sql`m."accountId" = ANY(${muterIds([accountId])})`
  return [
    sql`EXISTS (SELECT FROM "accountBlocklist" m WHERE m."targetAccountId" = c."accountId" AND ${muters}) AS "ownerMuted"`,
    sql`EXISTS (SELECT FROM "serverBlocklist" m JOIN "actor" a ON a."serverId" = m."targetServerId"
      WHERE a."accountId" = c."accountId" AND ${muters}) AS "serverMuted"`,
  ]
}
