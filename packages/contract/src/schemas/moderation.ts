import { z } from 'zod'
import { type AbusePredefinedReason, abusePredefinedReasons } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannel } from './actors.ts'
import { Constant, date } from './common.ts'
import { Thumbnail, Video } from './videos.ts'

export const AbusePredefinedReasons = define(() =>
  z.array(z.enum(Object.keys(abusePredefinedReasons) as AbusePredefinedReason[])),
)
export type AbusePredefinedReasons = Infer<typeof AbusePredefinedReasons>

export const AdminVideoCommentAbuse = define(() =>
  z.strictObject({
    id: z.int().nullable(),
    threadId: z.int().nullable(),
    video: z.strictObject({
      id: z.number(),
      name: z.string(),
      uuid: z.string(),
    }),
    text: z.string().nullable(),
    deleted: z.boolean(),
  }),
)
export type AdminVideoCommentAbuse = Infer<typeof AdminVideoCommentAbuse>

const AbuseVideo = define(() =>
  z.strictObject({
    id: z.int().nullable(),
    uuid: z.string(),
    shortUUID: z.string(),
    name: z.string(),
    nsfw: z.boolean(),
    deleted: z.boolean(),
    blacklisted: z.boolean(),
    /** Seconds. */
    startAt: z.int().nullable(),
    endAt: z.int().nullable(),
    thumbnailPath: z.string().nullable().optional(),
    thumbnails: z.array(Thumbnail()).optional(),
    channel: VideoChannel().nullable().optional(),
    /** For moderators, like the next one. */
    countReports: z.int().optional(),
    nthReport: z.int().optional(),
  }),
)

/** What reporters do not see is optional (spec 10 §1.4). */
export const Abuse = define(() =>
  z.strictObject({
    id: z.int(),
    reason: z.string(),
    predefinedReasons: AbusePredefinedReasons(),
    state: Constant(),
    moderationComment: z.string().nullable().optional(),
    reporterAccount: Account().nullable().optional(),
    flaggedAccount: Account().nullable(),
    video: AbuseVideo().nullable(),
    comment: AdminVideoCommentAbuse().nullable(),
    countReportsForReporter: z.int().optional(),
    countReportsForReportee: z.int().optional(),
    countMessages: z.int(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type Abuse = Infer<typeof Abuse>

export const AbuseMessage = define(() =>
  z.strictObject({
    id: z.int(),
    message: z.string(),
    byModerator: z.boolean(),
    createdAt: date(),
    account: AccountSummary().nullable(),
  }),
)
export type AbuseMessage = Infer<typeof AbuseMessage>

/** The flat members are the 7.0 form of `video` (spec 01 §12). */
export const VideoBlacklist = define(() =>
  z.strictObject({
    id: z.int(),
    createdAt: date(),
    updatedAt: date(),
    reason: z.string().nullable(),
    internalNote: z.string().nullable().optional(),
    unfederated: z.boolean(),
    type: z.int(),
    video: Video(),
    ...Video().pick({
      name: true,
      uuid: true,
      description: true,
      duration: true,
      views: true,
      likes: true,
      dislikes: true,
      nsfw: true,
    }).shape,
    videoId: z.int(),
  }),
)
export type VideoBlacklist = Infer<typeof VideoBlacklist>

export const BlockStatus = define(() => {
  const status = z.strictObject({
    blockedByServer: z.boolean(),
    blockedByServerSubscription: z.string().nullable().optional(),
    blockedByUser: z.boolean(),
  })
  return z.strictObject({ accounts: z.record(z.string(), status), hosts: z.record(z.string(), status) })
})
export type BlockStatus = Infer<typeof BlockStatus>

export const BlocklistSubscriptionSummary = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    url: z.string(),
  }),
)
export type BlocklistSubscriptionSummary = Infer<typeof BlocklistSubscriptionSummary>

export const AccountBlock = define(() =>
  z.strictObject({
    byAccount: Account(),
    blockedAccount: Account(),
    blocklistSubscription: BlocklistSubscriptionSummary().nullable().optional(),
    createdAt: date(),
  }),
)
export type AccountBlock = Infer<typeof AccountBlock>

export const ServerBlock = define(() =>
  z.strictObject({
    byAccount: Account(),
    blockedServer: z.strictObject({
      host: z.string(),
    }),
    blocklistSubscription: BlocklistSubscriptionSummary().nullable().optional(),
    createdAt: date(),
  }),
)
export type ServerBlock = Infer<typeof ServerBlock>

export const BlocklistSubscription = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    url: z.string(),
    mutedAccountsCount: z.int(),
    mutedServersCount: z.int(),
    lastSyncAt: date().nullable(),
    createdAt: date(),
    updatedAt: date(),
    state: Constant(),
  }),
)
export type BlocklistSubscription = Infer<typeof BlocklistSubscription>

export const AutoMuteList = define(() =>
  z.strictObject({
    name: z.string(),
    actions: z.array(
      z.strictObject({
        type: z.enum(['block', 'unblock']),
        target: z.string(),
        createdAt: date(),
      }),
    ),
  }),
)
export type AutoMuteList = Infer<typeof AutoMuteList>

export const CommentAutoTagPolicies = define(() =>
  z.strictObject({
    review: z.array(z.string()),
  }),
)
export type CommentAutoTagPolicies = Infer<typeof CommentAutoTagPolicies>

export const AutomaticTagAvailable = define(() =>
  z.strictObject({
    available: z.array(z.strictObject({ name: z.string(), type: z.enum(['core', 'watched-words-list', 'plugin']) })),
  }),
)
export type AutomaticTagAvailable = Infer<typeof AutomaticTagAvailable>

export const VideoAutoTagPolicies = define(() =>
  z.strictObject({
    autoBlock: z.array(z.string()),
  }),
)
export type VideoAutoTagPolicies = Infer<typeof VideoAutoTagPolicies>

export const WatchedWordsLists = define(() =>
  z.strictObject({
    id: z.int(),
    listName: z.string(),
    words: z.array(z.string()),
    subscriptionUrl: z.string().nullable().optional(),
    updatedAt: date(),
    createdAt: date(),
  }),
)
export type WatchedWordsLists = Infer<typeof WatchedWordsLists>

export const WatchedWordsSubscription = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    url: z.string(),
    importedWordsCount: z.int(),
    lastSyncAt: date().nullable(),
    state: Constant(),
    updatedAt: date(),
    createdAt: date(),
  }),
)
export type WatchedWordsSubscription = Infer<typeof WatchedWordsSubscription>
