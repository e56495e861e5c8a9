import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannel } from './actors.ts'
import { Constant, date } from './common.ts'
import { Thumbnail, Video } from './videos.ts'

export const AbusePredefinedReasons = define(() =>
  z.array(
    z.enum([
      'violentOrAbusive',
      'hatefulOrAbusive',
      'spamOrMisleading',
      'privacy',
      'rights',
      'serverRules',
      'thumbnails',
      'captions',
    ]),
  ),
)
export type AbusePredefinedReasons = Infer<typeof AbusePredefinedReasons>

export const AdminVideoCommentAbuse = define(() =>
  z.strictObject({
    id: z.number(),
    threadId: z.number(),
    video: z.strictObject({
      id: z.number(),
      name: z.string(),
      uuid: z.string(),
    }),
    text: z.string(),
    deleted: z.boolean(),
  }),
)
export type AdminVideoCommentAbuse = Infer<typeof AdminVideoCommentAbuse>

export const Abuse = define(() =>
  z.strictObject({
    id: z.int().optional(),
    reason: z.string().optional(),
    predefinedReasons: AbusePredefinedReasons().optional(),
    reporterAccount: Account().optional(),
    state: Constant().optional(),
    moderationComment: z.string().optional(),
    video: z
      .strictObject({
        id: z.int().optional(),
        uuid: z.string().optional(),
        shortUUID: z.string().optional(),
        name: z.string().optional(),
        nsfw: z.boolean().optional(),
        startAt: date().optional(),
        endAt: date().optional(),
        deleted: z.boolean().optional(),
        blacklisted: z.boolean().optional(),
        thumbnailPath: z.string().optional(),
        thumbnails: z.array(Thumbnail()).optional(),
        channel: VideoChannel().optional(),
      })
      .optional(),
    createdAt: date().optional(),
    flaggedAccount: Account().optional(),
    comment: AdminVideoCommentAbuse().optional(),
    updatedAt: date().optional(),
    countReportsForReporter: z.number().optional(),
    countReportsForReportee: z.number().optional(),
    countMessages: z.number().optional(),
  }),
)
export type Abuse = Infer<typeof Abuse>

export const AbuseMessage = define(() =>
  z.strictObject({
    id: z.int().optional(),
    message: z.string().optional(),
    byModerator: z.boolean().optional(),
    createdAt: date().optional(),
    account: AccountSummary().optional(),
  }),
)
export type AbuseMessage = Infer<typeof AbuseMessage>

export const VideoBlacklist = define(() =>
  z.strictObject({
    id: z.int().optional(),
    reason: z.string().optional(),
    internalNote: z.string().optional(),
    unfederated: z.boolean().optional(),
    type: z.int().optional(),
    video: Video().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type VideoBlacklist = Infer<typeof VideoBlacklist>

export const BlockStatus = define(() =>
  z.strictObject({
    accounts: z
      .record(
        z.string(),
        z.strictObject({
          blockedByServer: z.boolean().optional(),
          blockedByServerSubscription: z.string().optional(),
          blockedByUser: z.boolean().optional(),
        }),
      )
      .optional(),
    hosts: z
      .record(
        z.string(),
        z.strictObject({
          blockedByServer: z.boolean().optional(),
          blockedByServerSubscription: z.string().optional(),
          blockedByUser: z.boolean().optional(),
        }),
      )
      .optional(),
  }),
)
export type BlockStatus = Infer<typeof BlockStatus>

export const BlocklistSubscriptionSummary = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
  }),
)
export type BlocklistSubscriptionSummary = Infer<typeof BlocklistSubscriptionSummary>

export const AccountBlock = define(() =>
  z.strictObject({
    byAccount: Account().optional(),
    blockedAccount: Account().optional(),
    blocklistSubscription: BlocklistSubscriptionSummary().optional(),
    createdAt: date().optional(),
  }),
)
export type AccountBlock = Infer<typeof AccountBlock>

export const ServerBlock = define(() =>
  z.strictObject({
    byAccount: Account().optional(),
    blockedServer: z
      .strictObject({
        host: z.string().optional(),
      })
      .optional(),
    blocklistSubscription: BlocklistSubscriptionSummary().optional(),
    createdAt: date().optional(),
  }),
)
export type ServerBlock = Infer<typeof ServerBlock>

export const BlocklistSubscription = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
    mutedAccountsCount: z.int().optional(),
    mutedServersCount: z.int().optional(),
    lastSyncAt: date().nullable().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    state: Constant().optional(),
  }),
)
export type BlocklistSubscription = Infer<typeof BlocklistSubscription>

export const AutoMuteList = define(() =>
  z.strictObject({
    name: z.string().optional(),
    actions: z
      .array(
        z.strictObject({
          type: z.enum(['block', 'unblock']).optional(),
          target: z.string().optional(),
          createdAt: date().optional(),
        }),
      )
      .optional(),
  }),
)
export type AutoMuteList = Infer<typeof AutoMuteList>

export const CommentAutoTagPolicies = define(() =>
  z.strictObject({
    review: z.array(z.string()).optional(),
  }),
)
export type CommentAutoTagPolicies = Infer<typeof CommentAutoTagPolicies>

export const AutomaticTagAvailable = define(() =>
  z.strictObject({
    available: z
      .array(
        z.strictObject({
          name: z.string().optional(),
          type: z.enum(['core', 'watched-words-list']).optional(),
        }),
      )
      .optional(),
  }),
)
export type AutomaticTagAvailable = Infer<typeof AutomaticTagAvailable>

export const VideoAutoTagPolicies = define(() =>
  z.strictObject({
    autoBlock: z.array(z.string()).optional(),
  }),
)
export type VideoAutoTagPolicies = Infer<typeof VideoAutoTagPolicies>

export const WatchedWordsLists = define(() =>
  z.strictObject({
    id: z.int().optional(),
    listName: z.string().optional(),
    words: z.array(z.string()).optional(),
    subscriptionUrl: z.string().nullable().optional(),
    updatedAt: date().optional(),
    createdAt: date().optional(),
  }),
)
export type WatchedWordsLists = Infer<typeof WatchedWordsLists>

export const WatchedWordsSubscription = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
    importedWordsCount: z.int().optional(),
    lastSyncAt: date().nullable().optional(),
    state: Constant().optional(),
    updatedAt: date().optional(),
    createdAt: date().optional(),
  }),
)
export type WatchedWordsSubscription = Infer<typeof WatchedWordsSubscription>
