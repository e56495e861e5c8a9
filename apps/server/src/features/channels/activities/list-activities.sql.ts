import { sql } from 'kysely'
import { accountSummaryJson, type ActorSummaryRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'

/** What a target is now, or the snapshot of what it was: every member may be missing there. */
export interface ActivityTargetRow {
  id?: number | null
  name?: string
  uuid?: string
  url?: string
  isLive?: boolean
  targetUrl?: string
  externalChannelUrl?: string
  targetAccount?: { username?: string; displayName?: string; url?: string }
}

export interface ActivityRow {
  id: number
  action: number
  targetType: number
  createdAt: Date
  account: ActorSummaryRow | null
  channel: { id: number; name: string; displayName: string; url: string }
  /** Snapshot. */
  data: ActivityTargetRow
  /** null: the object is gone, or in another channel now. */
  current: ActivityTargetRow | null
}

/** What left the channel is told as it was: what it is now may be nobody's business here. */
export async function listActivities(
  db: Db | Tx,
  request: { channelId: number; start: number; count: number; sort: 'createdAt' | '-createdAt' },
): Promise<{ total: number; activities: ActivityRow[] }> {
  const { direction } = readSort(request.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`
      SELECT count(*) AS total FROM "videoChannelActivity" WHERE "videoChannelId" = ${request.channelId}`.execute(db),
    sql<ActivityRow>`
      SELECT t.id, t.action, t."targetType", t."createdAt", t.data,
             ${accountSummaryJson(sql<number>`t."accountId"`)} AS account,
             json_build_object('id', c.id, 'name', act."preferredUsername", 'displayName', c.name, 'url', act.url) AS channel,
             CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'name', v.name, 'uuid', v.uuid, 'url', v.url,
                         'isLive', v."isLive")
                  WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'uuid', p.uuid, 'url', p.url)
                  WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'externalChannelUrl', s."externalChannelUrl")
                  WHEN i.id IS NOT NULL THEN json_strip_nulls(json_build_object('id', i.id, 'name', iv.name, 'uuid', iv.uuid,
                         'url', iv.url, 'targetUrl', i."targetUrl"))
             END AS current
        FROM (SELECT * FROM "videoChannelActivity" WHERE "videoChannelId" = ${request.channelId}
               ORDER BY "createdAt" ${direction}, id ASC ${pageClause(request)}) t
        JOIN "videoChannel" c ON c.id = t."videoChannelId"
        JOIN "actor" act ON act."videoChannelId" = c.id
        LEFT JOIN "video" v ON v.id = t."videoId" AND v."channelId" = t."videoChannelId"
        LEFT JOIN "videoPlaylist" p ON p.id = t."videoPlaylistId" AND p."videoChannelId" = t."videoChannelId"
        LEFT JOIN "videoChannelSync" s ON s.id = t."videoChannelSyncId"
        LEFT JOIN "videoImport" i ON i.id = t."videoImportId"
        LEFT JOIN "video" iv ON iv.id = i."videoId" AND iv."channelId" = t."videoChannelId"
       ORDER BY t."createdAt" ${direction}, t.id ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, activities: listed.rows }
}
