import { z } from 'zod'
import { jobTypes } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const ServerStats = define(() =>
  z.strictObject({
    totalUsers: z.number().optional(),
    totalDailyActiveUsers: z.number().optional(),
    totalWeeklyActiveUsers: z.number().optional(),
    totalMonthlyActiveUsers: z.number().optional(),
    totalModerators: z.number().nullable().optional(),
    totalAdmins: z.number().nullable().optional(),
    totalLocalVideos: z.number().optional(),
    totalLocalVideoViews: z.number().optional(),
    totalLocalVideoDownloads: z.number().optional(),
    totalLocalVideoComments: z.number().optional(),
    totalLocalVideoFilesSize: z.number().optional(),
    totalVideos: z.number().optional(),
    totalVideoComments: z.number().optional(),
    totalLocalVideoChannels: z.number().optional(),
    totalLocalDailyActiveVideoChannels: z.number().optional(),
    totalLocalWeeklyActiveVideoChannels: z.number().optional(),
    totalLocalMonthlyActiveVideoChannels: z.number().optional(),
    totalLocalPlaylists: z.number().optional(),
    totalInstanceFollowers: z.number().optional(),
    totalInstanceFollowing: z.number().optional(),
    videosRedundancy: z
      .array(
        z.strictObject({
          strategy: z.string().optional(),
          totalSize: z.number().optional(),
          totalUsed: z.number().optional(),
          totalVideoFiles: z.number().optional(),
          totalVideos: z.number().optional(),
        }),
      )
      .optional(),
    totalActivityPubMessagesProcessed: z.number().optional(),
    totalActivityPubMessagesSuccesses: z.number().optional(),
    totalActivityPubMessagesErrors: z.number().optional(),
    activityPubMessagesProcessedPerSecond: z.number().optional(),
    totalActivityPubMessagesWaiting: z.number().optional(),
    averageRegistrationRequestResponseTimeMs: z.number().nullable().optional(),
    totalRegistrationRequestsProcessed: z.number().nullable().optional(),
    totalRegistrationRequests: z.number().nullable().optional(),
    averageAbuseResponseTimeMs: z.number().nullable().optional(),
    totalAbusesProcessed: z.number().nullable().optional(),
    totalAbuses: z.number().nullable().optional(),
    totalActivityPubFlagMessagesSuccesses: z.number().optional(),
    totalActivityPubCreateMessagesSuccesses: z.number().optional(),
    totalActivityPubUpdateMessagesSuccesses: z.number().optional(),
    totalActivityPubUndoMessagesSuccesses: z.number().optional(),
    totalActivityPubDeleteMessagesSuccesses: z.number().optional(),
    totalActivityPubFollowMessagesSuccesses: z.number().optional(),
    totalActivityPubAcceptMessagesSuccesses: z.number().optional(),
    totalActivityPubAnnounceMessagesSuccesses: z.number().optional(),
    totalActivityPubLikeMessagesSuccesses: z.number().optional(),
    totalActivityPubRejectMessagesSuccesses: z.number().optional(),
    totalActivityPubViewMessagesSuccesses: z.number().optional(),
    totalActivityPubDislikeMessagesSuccesses: z.number().optional(),
    totalActivityPubApproveReplyMessagesSuccesses: z.number().optional(),
    totalActivityPubRejectReplyMessagesSuccesses: z.number().optional(),
    totalActivityPubDownloadMessagesSuccesses: z.number().optional(),
    totalActivityPubFlagMessagesErrors: z.number().optional(),
    totalActivityPubCreateMessagesErrors: z.number().optional(),
    totalActivityPubUpdateMessagesErrors: z.number().optional(),
    totalActivityPubUndoMessagesErrors: z.number().optional(),
    totalActivityPubDeleteMessagesErrors: z.number().optional(),
    totalActivityPubFollowMessagesErrors: z.number().optional(),
    totalActivityPubAcceptMessagesErrors: z.number().optional(),
    totalActivityPubAnnounceMessagesErrors: z.number().optional(),
    totalActivityPubLikeMessagesErrors: z.number().optional(),
    totalActivityPubRejectMessagesErrors: z.number().optional(),
    totalActivityPubViewMessagesErrors: z.number().optional(),
    totalActivityPubDislikeMessagesErrors: z.number().optional(),
    totalActivityPubApproveReplyMessagesErrors: z.number().optional(),
    totalActivityPubRejectReplyMessagesErrors: z.number().optional(),
    totalActivityPubDownloadMessagesErrors: z.number().optional(),
  }),
)
export type ServerStats = Infer<typeof ServerStats>

export const Debug = define(() =>
  z.strictObject({
    ip: z.string(),
    activityPubMessagesWaiting: z.number(),
  }),
)
export type Debug = Infer<typeof Debug>

export const Job = define(() =>
  z.strictObject({
    id: z.int().optional(),
    state: z.enum(['active', 'completed', 'failed', 'waiting', 'delayed']).optional(),
    type: z.enum(jobTypes).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    error: z.record(z.string(), z.unknown()).nullable().optional(),
    createdAt: date().optional(),
    finishedOn: date().optional(),
    processedOn: date().optional(),
    canCancel: z.boolean().optional(),
    priority: z.number().optional(),
    progress: z.number().optional(),
    parent: z
      .strictObject({
        id: z.string(),
      })
      .optional(),
  }),
)
export type Job = Infer<typeof Job>

export const BlocklistLog = define(() =>
  z.strictObject({
    id: z.int().optional(),
    action: z.enum(['add', 'delete']).optional(),
    target: z.string().optional(),
    createdAt: date().optional(),
  }),
)
export type BlocklistLog = Infer<typeof BlocklistLog>

export const HttpNodeinfoDiasporaSoftwareNsSchema20 = define(() =>
  z.strictObject({
    version: z.literal('2.0'),
    software: z.strictObject({
      name: z.string(),
      version: z.string(),
    }),
    protocols: z.array(
      z.enum([
        'activitypub',
        'buddycloud',
        'dfrn',
        'diaspora',
        'libertree',
        'ostatus',
        'pumpio',
        'tent',
        'xmpp',
        'zot',
      ]),
    ),
    services: z.strictObject({
      inbound: z.array(z.enum(['pumpio', 'atom1.0', 'gnusocial', 'imap', 'pnut', 'pop3', 'rss2.0', 'twitter'])),
      outbound: z.array(
        z.enum([
          'buddycloud',
          'diaspora',
          'libertree',
          'pumpio',
          'tent',
          'xmpp',
          'atom1.0',
          'gnusocial',
          'pnut',
          'rss2.0',
          'twitter',
          'blogger',
          'dreamwidth',
          'drupal',
          'facebook',
          'friendica',
          'google',
          'insanejournal',
          'linkedin',
          'livejournal',
          'mediagoblin',
          'myspace',
          'pinterest',
          'posterous',
          'redmatrix',
          'smtp',
          'tumblr',
          'wordpress',
        ]),
      ),
    }),
    openRegistrations: z.boolean(),
    usage: z.strictObject({
      users: z.strictObject({
        total: z.number().optional(),
        activeHalfyear: z.number().optional(),
        activeMonth: z.number().optional(),
      }),
      localPosts: z.number().optional(),
      localComments: z.number().optional(),
    }),
    metadata: z.record(z.string(), z.unknown()),
  }),
)
export type HttpNodeinfoDiasporaSoftwareNsSchema20 = Infer<typeof HttpNodeinfoDiasporaSoftwareNsSchema20>
