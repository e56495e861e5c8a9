import { sql, type RawBuilder } from 'kysely'
import {
  accountSummaryJson,
  channelSummaryJson,
  instanceAccountIds,
  type ActorSummaryRow,
} from '#features/accounts/public.ts'

export interface ThumbnailRow {
  filename: string
  width: number
  height: number
  aspectRatio: string
}

export interface FileRow {
  id: number
  resolution: number
  width: number | null
  height: number | null
  size: number
  extname: string
  infoHash: string | null
  fps: number
  streams: number
  filename: string | null
  fileUrl: string | null
  torrentFilename: string | null
  storage: number
}

export interface PlaylistRow {
  id: number
  type: number
  playlistFilename: string
  playlistUrl: string | null
  segmentsSha256Filename: string | null
  segmentsSha256Url: string | null
  storage: number
  redundancies: string[]
  files: FileRow[]
}

export interface SourceRow {
  inputFilename: string
  keptOriginalFilename: string | null
  resolution: number | null
  width: number | null
  height: number | null
  fps: number | null
  size: number | null
  metadata: { streams: Record<string, unknown>[]; format: Record<string, unknown>; chapters: unknown[] } | null
  createdAt: string
}

/** What every rendering of a video needs. */
export interface VideoRow {
  id: number
  uuid: string
  url: string
  name: string
  category: number | null
  licence: number | null
  language: string | null
  privacy: number
  nsfw: boolean
  nsfwFlags: number
  nsfwSummary: string | null
  /** In lists only so much as the truncated form needs. */
  description: string | null
  remote: boolean
  isLive: boolean
  duration: number
  aspectRatio: number | null
  views: number
  viewers: number
  downloads: number
  likes: number
  dislikes: number
  comments: number
  state: number
  waitTranscoding: boolean
  createdAt: Date
  updatedAt: Date
  publishedAt: Date
  originallyPublishedAt: Date | null
  thumbnails: ThumbnailRow[]
  watchedUntil: number | null
}

export interface VideoSummaryRow extends VideoRow {
  account: ActorSummaryRow
  channel: ActorSummaryRow
}

/** Columns of `VideoRow` on the aliases `v` (video) and `c` (its channel), but for the description. */
export function videoColumns(viewer: { userId: number | null; viewersSince: Date }): RawBuilder<unknown> {
  return sql`
    v."id", v."uuid", v."url", v."name", v."category", v."licence", v."language", v."privacy", v."nsfw", v."nsfwFlags",
    v."nsfwSummary", v."remote", v."isLive", v."duration", v."aspectRatio", v."views", v."downloads", v."likes",
    v."dislikes", v."comments", v."state", v."waitTranscoding", v."createdAt", v."updatedAt", v."publishedAt",
    v."originallyPublishedAt",
    (SELECT count(*)::int FROM sepiola."viewerSession" s
      WHERE s."videoId" = v."id" AND s."seenAt" > ${viewer.viewersSince}) AS "viewers",
    ${thumbnailsJson} AS "thumbnails",
    ${
      viewer.userId === null
        ? sql`NULL::int`
        : sql`(SELECT h."currentTime" FROM "userVideoHistory" h
            WHERE h."videoId" = v."id" AND h."userId" = ${viewer.userId})`
    } AS "watchedUntil"`
}

export const summaryColumns = sql`
  ${accountSummaryJson(sql<number>`c."accountId"`)} AS "account", ${channelSummaryJson(sql<number>`c."id"`)} AS "channel"`

/** Pictures of the video `v`, smallest first. */
export const thumbnailsJson = sql`coalesce((
  SELECT json_agg(json_build_object('filename', t."filename", 'width', t."width", 'height', t."height",
    'aspectRatio', t."aspectRatio") ORDER BY t."width")
  FROM "thumbnail" t WHERE t."videoId" = v."id"), '[]'::json)`

const filesJson = (where: RawBuilder<unknown>) => sql`coalesce((
  SELECT json_agg(json_build_object('id', f."id", 'resolution', f."resolution", 'width', f."width", 'height', f."height",
    'size', f."size", 'extname', f."extname", 'infoHash', f."infoHash", 'fps', f."fps", 'streams', f."streams",
    'filename', f."filename", 'fileUrl', f."fileUrl", 'torrentFilename', f."torrentFilename", 'storage', f."storage")
    ORDER BY f."resolution" DESC, f."fps" DESC)
  FROM "videoFile" f WHERE ${where} AND f."size" >= 0), '[]'::json)`

/** Web videos, by descending resolution; placeholders of a running live (size −1) are left out. */
export const webVideosJson = filesJson(sql`f."videoId" = v."id"`)

export const playlistsJson = sql`coalesce((
  SELECT json_agg(json_build_object('id', p."id", 'type', p."type", 'playlistFilename', p."playlistFilename",
    'playlistUrl', p."playlistUrl", 'segmentsSha256Filename', p."segmentsSha256Filename",
    'segmentsSha256Url', p."segmentsSha256Url", 'storage', p."storage",
    'redundancies', coalesce((SELECT json_agg(r."fileUrl") FROM "videoRedundancy" r
      WHERE r."videoStreamingPlaylistId" = p."id"), '[]'::json),
    'files', ${filesJson(sql`f."videoStreamingPlaylistId" = p."id"`)}))
  FROM "videoStreamingPlaylist" p WHERE p."videoId" = v."id"), '[]'::json)`

export const tagsJson = sql`coalesce((
  SELECT json_agg(t."name" ORDER BY t."id") FROM "videoTag" vt JOIN "tag" t ON t."id" = vt."tagId"
  WHERE vt."videoId" = v."id"), '[]'::json)`

export const scheduleJson = sql`(
  SELECT json_build_object('updateAt', s."updateAt", 'privacy', s."privacy") FROM "scheduleVideoUpdate" s
  WHERE s."videoId" = v."id")`

export const liveSchedulesJson = sql`coalesce((
  SELECT json_agg(s."startAt" ORDER BY s."startAt") FROM "videoLive" l
  JOIN "videoLiveSchedule" s ON s."liveVideoId" = l."id" WHERE l."videoId" = v."id"), '[]'::json)`

/** `{ reason }` when the video is blocked, else null. */
export const blockJson = sql`(
  SELECT json_build_object('reason', b."reason") FROM "videoBlacklist" b WHERE b."videoId" = v."id")`

export const sourceJson = sql`(
  SELECT json_build_object('inputFilename', o."inputFilename", 'keptOriginalFilename', o."keptOriginalFilename",
    'resolution', o."resolution", 'width', o."width", 'height', o."height", 'fps', o."fps", 'size', o."size",
    'metadata', o."metadata", 'createdAt', o."createdAt")
  FROM "videoSource" o WHERE o."videoId" = v."id" ORDER BY o."createdAt" DESC, o."id" DESC LIMIT 1)`

/** Tags that the instance's automatic tagging gave. */
export const automaticTagsJson = sql`coalesce((
  SELECT json_agg(n."name" ORDER BY n."name") FROM "videoAutomaticTag" t
  JOIN "automaticTag" n ON n."id" = t."automaticTagId"
  WHERE t."videoId" = v."id" AND t."accountId" IN (${instanceAccountIds})), '[]'::json)`
