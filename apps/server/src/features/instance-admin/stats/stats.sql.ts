import { sql } from 'kysely'
import { PlaylistPrivacy, VideoPrivacy } from '@sepiola/contract/enums.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { instanceAccountIds } from '#features/accounts/public.ts'
import type { Db } from '#foundation/db/database.ts'

export interface RedundancyUse {
  strategy: string
  totalUsed: number
  totalVideoFiles: number
  totalVideos: number
}

/** Counts of rows, sizes in bytes, times in ms; an average of nothing is null. */
export interface InstanceFigures {
  totalUsers: number
  totalDailyActiveUsers: number
  totalWeeklyActiveUsers: number
  totalMonthlyActiveUsers: number
  totalModerators: number
  totalAdmins: number
  /** Public ones (spec 03 §22). */
  totalLocalVideos: number
  /** Whatever their privacy. */
  localVideos: number
  totalLocalVideoViews: number
  totalLocalVideoDownloads: number
  totalVideos: number
  totalLocalVideoFilesSize: number
  totalLocalVideoComments: number
  totalVideoComments: number
  totalLocalVideoChannels: number
  totalLocalDailyActiveVideoChannels: number
  totalLocalWeeklyActiveVideoChannels: number
  totalLocalMonthlyActiveVideoChannels: number
  totalLocalPlaylists: number
  totalInstanceFollowers: number
  totalInstanceFollowing: number
  totalRegistrationRequests: number
  totalRegistrationRequestsProcessed: number
  averageRegistrationRequestResponseTimeMs: number | null
  totalAbuses: number
  totalAbusesProcessed: number
  averageAbuseResponseTimeMs: number | null
  redundancies: RedundancyUse[]
}

const localActor = sql`JOIN "actor" act ON act."serverId" IS NULL AND act`

/** Each table is read once. */
export async function findInstanceFigures(db: Db, now: Date): Promise<InstanceFigures> {
  const since = (days: number) => sql<Date>`${new Date(now.getTime() - days * 24 * 3_600_000)}::timestamptz`
  const responseTime = sql`round(1000 * avg(extract(epoch FROM "processedAt" - "createdAt")))`
  const { rows } = await sql<InstanceFigures>`
    SELECT users.*, videos.*, files.*, comments.*, channels.*, playlists.*, follows.*, registrations.*, abuses.*,
           redundancies.*
      FROM (SELECT count(*) AS "totalUsers",
                   count(*) FILTER (WHERE "lastLoginDate" > ${since(1)}) AS "totalDailyActiveUsers",
                   count(*) FILTER (WHERE "lastLoginDate" > ${since(7)}) AS "totalWeeklyActiveUsers",
                   count(*) FILTER (WHERE "lastLoginDate" > ${since(30)}) AS "totalMonthlyActiveUsers",
                   count(*) FILTER (WHERE role = ${UserRole.MODERATOR}) AS "totalModerators",
                   count(*) FILTER (WHERE role = ${UserRole.ADMINISTRATOR}) AS "totalAdmins"
              FROM "user") users,
           (SELECT count(*) FILTER (WHERE NOT remote AND privacy = ${VideoPrivacy.PUBLIC}) AS "totalLocalVideos",
                   count(*) FILTER (WHERE NOT remote) AS "localVideos",
                   COALESCE(sum(views) FILTER (WHERE NOT remote), 0) AS "totalLocalVideoViews",
                   COALESCE(sum(downloads) FILTER (WHERE NOT remote), 0) AS "totalLocalVideoDownloads",
                   count(*) AS "totalVideos"
              FROM "video") videos,
           (SELECT COALESCE(sum(f.size), 0) AS "totalLocalVideoFilesSize"
              FROM "videoFile" f
              LEFT JOIN "videoStreamingPlaylist" p ON p.id = f."videoStreamingPlaylistId"
              JOIN "video" v ON v.id = COALESCE(f."videoId", p."videoId") AND NOT v.remote) files,
           (SELECT count(act.id) FILTER (WHERE act."serverId" IS NULL) AS "totalLocalVideoComments",
                   count(*) AS "totalVideoComments"
              FROM "videoComment" c LEFT JOIN "actor" act ON act."accountId" = c."accountId"
             WHERE c."deletedAt" IS NULL AND NOT c."heldForReview") comments,
           (SELECT count(*) AS "totalLocalVideoChannels",
                   count(*) FILTER (WHERE latest > ${since(1)}) AS "totalLocalDailyActiveVideoChannels",
                   count(*) FILTER (WHERE latest > ${since(7)}) AS "totalLocalWeeklyActiveVideoChannels",
                   count(*) FILTER (WHERE latest > ${since(30)}) AS "totalLocalMonthlyActiveVideoChannels"
              FROM (SELECT max(v."publishedAt") AS latest
                      FROM "videoChannel" ch ${localActor}."videoChannelId" = ch.id
                      LEFT JOIN "video" v ON v."channelId" = ch.id
                     GROUP BY ch.id) each) channels,
           (SELECT count(*) AS "totalLocalPlaylists"
              FROM "videoPlaylist" p ${localActor}."accountId" = p."ownerAccountId"
             WHERE p.privacy <> ${PlaylistPrivacy.PRIVATE}) playlists,
           (SELECT count(*) FILTER (WHERE f."targetActorId" = act.id) AS "totalInstanceFollowers",
                   count(*) FILTER (WHERE f."actorId" = act.id) AS "totalInstanceFollowing"
              FROM "actor" act
              LEFT JOIN "actorFollow" f ON act.id IN (f."actorId", f."targetActorId") AND f.state = 'accepted'
             WHERE act."accountId" IN (${instanceAccountIds})) follows,
           (SELECT count(*) AS "totalRegistrationRequests",
                   count("processedAt") AS "totalRegistrationRequestsProcessed",
                   ${responseTime} AS "averageRegistrationRequestResponseTimeMs"
              FROM "userRegistration") registrations,
           (SELECT count(*) AS "totalAbuses", count("processedAt") AS "totalAbusesProcessed",
                   ${responseTime} AS "averageAbuseResponseTimeMs"
              FROM "abuse") abuses,
           (SELECT COALESCE(json_agg(each), '[]') AS redundancies
              FROM (SELECT r.strategy, COALESCE(sum(f.size), 0) AS "totalUsed", count(f.id) AS "totalVideoFiles",
                           count(DISTINCT p."videoId") AS "totalVideos"
                      FROM "videoRedundancy" r ${localActor}.id = r."actorId"
                      JOIN "videoStreamingPlaylist" p ON p.id = r."videoStreamingPlaylistId"
                      LEFT JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p.id
                     WHERE r.strategy IS NOT NULL
                     GROUP BY r.strategy) each) redundancies`.execute(db)
  return rows[0]!
}
