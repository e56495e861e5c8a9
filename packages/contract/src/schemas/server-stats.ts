import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

const activityTypes = [
  ...(['Create', 'Update', 'Delete', 'Follow', 'Accept', 'Reject', 'Announce', 'Undo', 'Like', 'Dislike'] as const),
  ...(['Flag', 'View', 'Download', 'ApproveReply', 'RejectReply'] as const),
] as const

type InboxCounter = `totalActivityPub${(typeof activityTypes)[number]}Messages${'Successes' | 'Errors'}`

function inboxCounters(): Record<InboxCounter, z.ZodNumber> {
  const names = activityTypes.flatMap((type) => [
    `totalActivityPub${type}MessagesSuccesses`,
    `totalActivityPub${type}MessagesErrors`,
  ])
  return Object.fromEntries(names.map((name) => [name, z.number()])) as Record<InboxCounter, z.ZodNumber>
}

/** Null where the figure is switched off (spec 02 §9). */
export const ServerStats = define(() =>
  z.strictObject({
    totalUsers: z.number(),
    totalDailyActiveUsers: z.number(),
    totalWeeklyActiveUsers: z.number(),
    totalMonthlyActiveUsers: z.number(),
    totalModerators: z.number().nullable(),
    totalAdmins: z.number().nullable(),
    totalLocalVideos: z.number(),
    totalLocalVideoViews: z.number(),
    totalLocalVideoDownloads: z.number(),
    totalLocalVideoComments: z.number(),
    totalLocalVideoFilesSize: z.number(),
    totalVideos: z.number(),
    totalVideoComments: z.number(),
    totalLocalVideoChannels: z.number(),
    totalLocalDailyActiveVideoChannels: z.number(),
    totalLocalWeeklyActiveVideoChannels: z.number(),
    totalLocalMonthlyActiveVideoChannels: z.number(),
    totalLocalPlaylists: z.number(),
    totalInstanceFollowers: z.number(),
    totalInstanceFollowing: z.number(),
    videosRedundancy: z.array(
      z.strictObject({
        strategy: z.string(),
        totalSize: z.number().nullable(),
        totalUsed: z.number(),
        totalVideoFiles: z.number(),
        totalVideos: z.number(),
      }),
    ),
    ...inboxCounters(),
    totalActivityPubMessagesProcessed: z.number(),
    totalActivityPubMessagesSuccesses: z.number(),
    totalActivityPubMessagesErrors: z.number(),
    activityPubMessagesProcessedPerSecond: z.number(),
    totalActivityPubMessagesWaiting: z.number(),
    averageRegistrationRequestResponseTimeMs: z.number().nullable(),
    totalRegistrationRequestsProcessed: z.number().nullable(),
    totalRegistrationRequests: z.number().nullable(),
    averageAbuseResponseTimeMs: z.number().nullable(),
    totalAbusesProcessed: z.number().nullable(),
    totalAbuses: z.number().nullable(),
  }),
)
export type ServerStats = Infer<typeof ServerStats>
