import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { ActorInfo } from './actors.ts'
import { Constant, TextConstant, date } from './common.ts'
import { VideoInfo } from './videos.ts'

export const UserNotificationData = define(() =>
  z.strictObject({
    blockedAccountsCount: z.number(),
    blockedHostsCount: z.number(),
    unblockedAccountsCount: z.number(),
    unblockedHostsCount: z.number(),
  }),
)
export type UserNotificationData = Infer<typeof UserNotificationData>

export const Notification = define(() =>
  z.strictObject({
    id: z.int(),
    type: z.int(),
    read: z.boolean(),
    video: z
      .strictObject({
        ...VideoInfo().shape,
        channel: ActorInfo().optional(),
      })
      .nullable()
      .optional(),
    videoImport: z
      .strictObject({
        id: z.int().optional(),
        video: VideoInfo().nullable().optional(),
        torrentName: z.string().nullable().optional(),
        magnetUri: z.string().optional(),
        targetUrl: z.string().optional(),
      })
      .nullable()
      .optional(),
    comment: z
      .strictObject({
        id: z.int().optional(),
        threadId: z.int().optional(),
        video: VideoInfo().optional(),
        account: ActorInfo().optional(),
        heldForReview: z.boolean().optional(),
      })
      .nullable()
      .optional(),
    videoBlacklist: z
      .strictObject({
        id: z.int().optional(),
        video: VideoInfo().optional(),
      })
      .nullable()
      .optional(),
    account: ActorInfo().nullable().optional(),
    actorFollow: z
      .strictObject({
        id: z.int().optional(),
        follower: ActorInfo().optional(),
        state: z.enum(['pending', 'accepted']).optional(),
        following: z
          .strictObject({
            type: z.enum(['account', 'channel', 'instance']).optional(),
            name: z.string().optional(),
            displayName: z.string().optional(),
            host: z.string().optional(),
          })
          .optional(),
      })
      .nullable()
      .optional(),
    createdAt: date(),
    updatedAt: date(),
    data: UserNotificationData().optional(),
    abuse: z
      .strictObject({
        id: z.number(),
        state: z.int(),
        video: VideoInfo().optional(),
        comment: z
          .strictObject({
            threadId: z.number(),
            video: VideoInfo(),
          })
          .optional(),
        account: ActorInfo().optional(),
      })
      .optional(),
    plugin: z
      .strictObject({
        name: z.string(),
        type: z.int(),
        latestVersion: z.string(),
      })
      .optional(),
    peertube: z
      .strictObject({
        latestVersion: z.string(),
      })
      .optional(),
    registration: z
      .strictObject({
        id: z.number(),
        username: z.string(),
      })
      .optional(),
    videoCaption: z
      .strictObject({
        id: z.number(),
        language: TextConstant(),
        video: VideoInfo(),
      })
      .optional(),
    videoChannelCollaborator: z
      .strictObject({
        id: z.number(),
        state: Constant(),
        channel: ActorInfo(),
        channelOwner: ActorInfo(),
        account: ActorInfo(),
      })
      .optional(),
    changeOwnership: z
      .strictObject({
        id: z.number(),
        state: Constant(),
        initiatorAccount: ActorInfo(),
        nextOwnerAccount: ActorInfo(),
        video: VideoInfo(),
        channel: ActorInfo(),
      })
      .optional(),
  }),
)
export type Notification = Infer<typeof Notification>
