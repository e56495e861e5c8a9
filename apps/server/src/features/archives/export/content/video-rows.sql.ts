import { sql } from 'kysely'
import { VideoState } from '@sepiola/contract/enums.ts'
import { hasAudio, hasVideo } from '#features/videos/public.ts'
import type { Db } from '#foundation/db/database.ts'
import { picturesJson, type StoredPicture } from './library-rows.sql.ts'

export interface VideoFileRow {
  resolution: number
  /** Bytes. */
  size: number
  fps: number
  extname: string
  filename: string
  torrentFilename: string | null
  hasVideo: boolean
  hasAudio: boolean
}

/** Dates inside are as PostgreSQL writes them in JSON. */
export interface VideoRow {
  cursor: number
  uuid: string
  url: string
  name: string
  category: number | null
  licence: number | null
  language: string | null
  privacy: number
  state: number
  nsfw: boolean
  nsfwFlags: number
  nsfwSummary: string | null
  description: string | null
  support: string | null
  duration: number
  views: number
  likes: number
  dislikes: number
  isLive: boolean
  commentsPolicy: number
  downloadEnabled: boolean
  waitTranscoding: boolean
  embedPrivacyPolicy: number
  publishedAt: Date
  originallyPublishedAt: Date | null
  createdAt: Date
  updatedAt: Date
  channelName: string
  tags: string[]
  passwords: string[]
  embedDomains: string[]
  playerTheme: string | null
  chapters: { timecode: number; title: string }[]
  captions: {
    language: string
    filename: string
    automaticallyGenerated: boolean
    createdAt: string
    updatedAt: string
  }[]
  thumbnails: StoredPicture[]
  webVideos: VideoFileRow[]
  hls: { playlistFilename: string; segmentsSha256Filename: string | null; files: VideoFileRow[] } | null
  source: {
    inputFilename: string
    keptOriginalFilename: string | null
    resolution: number | null
    size: number | null
    width: number | null
    height: number | null
    fps: number | null
    metadata: unknown
  } | null
  live: {
    saveReplay: boolean
    permanentLive: boolean
    latencyMode: number
    dvrWindow: number
    streamKey: string | null
    replayPrivacy: number | null
    schedules: string[]
  } | null
}

const filesJson = (where: ReturnType<typeof sql>) => sql`coalesce((
  SELECT json_agg(json_build_object('resolution', f."resolution", 'size', f."size", 'fps', f."fps",
    'extname', f."extname", 'filename', f."filename", 'torrentFilename', f."torrentFilename",
    'hasVideo', ${hasVideo}, 'hasAudio', ${hasAudio}) ORDER BY f."resolution" DESC, f."fps" DESC)
  FROM "videoFile" f WHERE ${where}), '[]'::json)`

const partsJson = sql`
  coalesce((SELECT json_agg(t."name" ORDER BY t."id") FROM "videoTag" vt JOIN "tag" t ON t."id" = vt."tagId"
    WHERE vt."videoId" = v."id"), '[]'::json) AS "tags",
  coalesce((SELECT json_agg(p."password" ORDER BY p."id") FROM "videoPassword" p
    WHERE p."videoId" = v."id"), '[]'::json) AS "passwords",
  coalesce((SELECT json_agg(d."domain" ORDER BY d."id") FROM "videoEmbedPrivacyDomain" d
    WHERE d."videoId" = v."id"), '[]'::json) AS "embedDomains",
  coalesce((SELECT json_agg(json_build_object('timecode', c."timecode", 'title', c."title") ORDER BY c."timecode")
    FROM "videoChapter" c WHERE c."videoId" = v."id"), '[]'::json) AS "chapters",
  coalesce((SELECT json_agg(json_build_object('language', c."language", 'filename', c."filename",
      'automaticallyGenerated', c."automaticallyGenerated", 'createdAt', c."createdAt", 'updatedAt', c."updatedAt")
      ORDER BY c."language") FROM "videoCaption" c WHERE c."videoId" = v."id"), '[]'::json) AS "captions",
  (SELECT s."theme" FROM "playerSetting" s WHERE s."videoId" = v."id" LIMIT 1) AS "playerTheme"`

const mediaJson = sql`
  ${picturesJson(sql`t."videoId" = v."id"`)} AS "thumbnails",
  ${filesJson(sql`f."videoId" = v."id"`)} AS "webVideos",
  (SELECT json_build_object('playlistFilename', p."playlistFilename", 'segmentsSha256Filename',
      p."segmentsSha256Filename", 'files', ${filesJson(sql`f."videoStreamingPlaylistId" = p."id"`)})
    FROM "videoStreamingPlaylist" p WHERE p."videoId" = v."id" AND p."type" = 1 LIMIT 1) AS "hls",
  (SELECT json_build_object('inputFilename', s."inputFilename", 'keptOriginalFilename', s."keptOriginalFilename",
      'resolution', s."resolution", 'size', s."size", 'width', s."width", 'height', s."height", 'fps', s."fps",
      'metadata', s."metadata")
    FROM "videoSource" s WHERE s."videoId" = v."id" ORDER BY s."id" DESC LIMIT 1) AS "source",
  (SELECT json_build_object('saveReplay', l."saveReplay", 'permanentLive', l."permanentLive",
      'latencyMode', l."latencyMode", 'dvrWindow', l."dvrWindow", 'streamKey', l."streamKey",
      'replayPrivacy', (SELECT r."privacy" FROM "videoLiveReplaySetting" r WHERE r."id" = l."replaySettingId"),
      'schedules', coalesce((SELECT json_agg(s."startAt" ORDER BY s."startAt") FROM "videoLiveSchedule" s
        WHERE s."liveVideoId" = l."id"), '[]'::json))
    FROM "videoLive" l WHERE l."videoId" = v."id" LIMIT 1) AS "live"`

/** The account's own videos; lives that are on air now are left out (spec 02 §4.1). */
export async function findVideos(
  db: Db,
  accountId: number,
  page: { after: number; count: number },
): Promise<VideoRow[]> {
  const { rows } = await sql<VideoRow>`
    SELECT v."id" AS "cursor", v."uuid", v."url", v."name", v."category", v."licence", v."language", v."privacy",
      v."state", v."nsfw", v."nsfwFlags", v."nsfwSummary", v."description", v."support", v."duration", v."views",
      v."likes", v."dislikes", v."isLive", v."commentsPolicy", v."downloadEnabled", v."waitTranscoding",
      v."embedPrivacyPolicy", v."publishedAt", v."originallyPublishedAt", v."createdAt", v."updatedAt",
      act."preferredUsername" AS "channelName", ${partsJson}, ${mediaJson}
    FROM (SELECT v.* FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
      WHERE c."accountId" = ${accountId} AND NOT v."remote" AND v."id" > ${page.after}
        AND NOT (v."isLive" AND v."state" = ${VideoState.PUBLISHED})
      ORDER BY v."id" LIMIT ${page.count}) v
    JOIN "actor" act ON act."videoChannelId" = v."channelId" ORDER BY v."id"`.execute(db)
  return rows
}
