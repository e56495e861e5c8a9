import { z } from 'zod'
import { followStates } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Constant, TextConstant, date } from './common.ts'

/** An avatar as notifications show it; `path` is read by old clients. */
export const AvatarInfo = define(() =>
  z.strictObject({ width: z.int(), path: z.string().optional(), fileUrl: z.string() }),
)
export type AvatarInfo = Infer<typeof AvatarInfo>

/** `avatar` is the largest one; without avatars it is absent. */
export const ActorInfo = define(() =>
  z.strictObject({
    id: z.int(),
    displayName: z.string(),
    name: z.string(),
    host: z.string(),
    avatars: z.array(AvatarInfo()),
    avatar: AvatarInfo().optional(),
  }),
)
export type ActorInfo = Infer<typeof ActorInfo>

export const VideoInfo = define(() =>
  z.strictObject({ id: z.int(), uuid: z.string(), shortUUID: z.string(), name: z.string(), state: Constant() }),
)
export type VideoInfo = Infer<typeof VideoInfo>

export const UserNotificationData = define(() =>
  z.strictObject({
    blockedAccountsCount: z.int(),
    blockedHostsCount: z.int(),
    unblockedAccountsCount: z.int(),
    unblockedHostsCount: z.int(),
  }),
)
export type UserNotificationData = Infer<typeof UserNotificationData>

const ActorFollowInfo = define(() =>
  z.strictObject({
    id: z.int(),
    state: z.enum(followStates),
    follower: ActorInfo(),
    following: z.strictObject({
      type: z.enum(['account', 'channel', 'instance']),
      name: z.string(),
      displayName: z.string(),
      host: z.string(),
    }),
  }),
)

const AbuseInfo = define(() =>
  z.strictObject({
    id: z.int(),
    state: z.int(),
    video: VideoInfo().optional(),
    comment: z.strictObject({ threadId: z.int(), video: VideoInfo() }).optional(),
    account: ActorInfo().optional(),
  }),
)

const VideoImportInfo = define(() =>
  z.strictObject({
    id: z.int(),
    video: VideoInfo().optional(),
    torrentName: z.string().nullable(),
    magnetUri: z.string().nullable(),
    targetUrl: z.string().nullable(),
  }),
)

const CommentInfo = define(() =>
  z.strictObject({
    id: z.int(),
    threadId: z.int(),
    account: ActorInfo(),
    video: VideoInfo(),
    heldForReview: z.boolean(),
  }),
)

const CollaboratorInfo = define(() =>
  z.strictObject({
    id: z.int(),
    state: Constant(),
    channel: ActorInfo(),
    channelOwner: ActorInfo(),
    account: ActorInfo(),
  }),
)

const ChangeOwnershipInfo = define(() =>
  z.strictObject({
    id: z.int(),
    state: Constant(),
    initiatorAccount: ActorInfo(),
    nextOwnerAccount: ActorInfo(),
    video: VideoInfo().optional(),
    channel: ActorInfo().optional(),
  }),
)

/** Its type says which one of the optional members is there (spec 10 §8.4, §8.6). */
export const Notification = define(() =>
  z.strictObject({
    id: z.int(),
    type: z.int(),
    read: z.boolean(),
    data: UserNotificationData().nullable(),
    video: z.strictObject({ ...VideoInfo().shape, channel: ActorInfo() }).optional(),
    videoImport: VideoImportInfo().optional(),
    comment: CommentInfo().optional(),
    abuse: AbuseInfo().optional(),
    videoBlacklist: z.strictObject({ id: z.int(), video: VideoInfo() }).optional(),
    account: ActorInfo().optional(),
    actorFollow: ActorFollowInfo().optional(),
    plugin: z.strictObject({ name: z.string(), type: z.int(), latestVersion: z.string() }).optional(),
    peertube: z.strictObject({ latestVersion: z.string() }).optional(),
    registration: z.strictObject({ id: z.int(), username: z.string() }).optional(),
    videoCaption: z.strictObject({ id: z.int(), language: TextConstant(), video: VideoInfo() }).optional(),
    videoChannelCollaborator: CollaboratorInfo().optional(),
    changeOwnership: ChangeOwnershipInfo().optional(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type Notification = Infer<typeof Notification>
