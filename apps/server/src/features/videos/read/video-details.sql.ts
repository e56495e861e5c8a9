import { sql } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { askerColumns, type AskerFacts } from './asker-facts.sql.ts'
import {
  blockJson,
  liveSchedulesJson,
  playlistsJson,
  scheduleJson,
  tagsJson,
  videoColumns,
  webVideosJson,
  type FileRow,
  type PlaylistRow,
  type VideoRow,
} from './video-json.sql.ts'
import { isVideo } from './video-ref.sql.ts'
import type { VideoRef } from './video-ref.ts'

/** A video with all its parts, and what the decision about access needs. */
export interface VideoDetailsRow extends VideoRow, AskerFacts {
  support: string | null
  commentsPolicy: number
  downloadEnabled: boolean
  inputFileUpdatedAt: Date | null
  embedPrivacyPolicy: number
  channel: ChannelRow
  webVideos: FileRow[]
  playlists: PlaylistRow[]
  tags: string[]
  schedule: { updateAt: string; privacy: number | null } | null
  block: { reason: string | null } | null
  liveSchedules: string[]
  trackers: string[]
}

const trackersJson = sql`coalesce((
  SELECT json_agg(t."url" ORDER BY t."id") FROM "videoTracker" vt JOIN "tracker" t ON t."id" = vt."trackerId"
  WHERE vt."videoId" = v."id"), '[]'::json)`

export interface DetailsViewer {
  userId: number | null
  accountId: number | null
  password: string | null
  viewersSince: Date
}

/** Everything of one video in one query. */
export async function findVideoDetails(
  db: Db | Tx,
  ref: VideoRef,
  viewer: DetailsViewer,
): Promise<VideoDetailsRow | undefined> {
  const { rows } = await sql<VideoDetailsRow>`
    SELECT v."description", ${videoColumns(viewer)}, v."support", v."commentsPolicy", v."downloadEnabled",
      v."inputFileUpdatedAt", v."embedPrivacyPolicy", ${channelJson(sql<number>`c."id"`)} AS "channel",
      ${webVideosJson} AS "webVideos", ${playlistsJson} AS "playlists", ${tagsJson} AS "tags",
      ${scheduleJson} AS "schedule", ${blockJson} AS "block", ${liveSchedulesJson} AS "liveSchedules",
      ${trackersJson} AS "trackers", ${askerColumns(viewer)}
    FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    WHERE ${isVideo(ref)}`.execute(db)
  return rows[0]
}
