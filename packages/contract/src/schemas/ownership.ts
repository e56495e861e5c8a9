import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { VideoSummary } from './videos.ts'

export const ChangeOwnership = define(() =>
  z.strictObject({
    id: z.int().optional(),
    state: Constant().optional(),
    initiatorAccount: Account().optional(),
    nextOwnerAccount: Account().optional(),
    video: VideoSummary().optional(),
    videoChannel: VideoChannelSummary().optional(),
    createdAt: date().optional(),
    status: z.enum(['ACCEPTED', 'WAITING', 'REFUSED']).optional(),
  }),
)
export type ChangeOwnership = Infer<typeof ChangeOwnership>

export const VideoChannelCollaborator = define(() =>
  z.strictObject({
    id: z.int().optional(),
    account: AccountSummary().optional(),
    state: Constant().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type VideoChannelCollaborator = Infer<typeof VideoChannelCollaborator>

export const VideoChannelActivity = define(() =>
  z.strictObject({
    id: z.number(),
    account: AccountSummary().optional(),
    action: Constant(),
    targetType: Constant(),
    details: VideoChannelActivityDetails(),
    createdAt: date(),
    channel: z.strictObject({
      id: z.number(),
      name: z.string(),
      displayName: z.string(),
      url: z.string(),
    }),
    video: z
      .strictObject({
        id: z.number(),
        name: z.string(),
        uuid: z.string(),
        shortUUID: z.string(),
        url: z.string(),
        isLive: z.boolean(),
      })
      .optional(),
    videoImport: z
      .strictObject({
        id: z.number(),
        name: z.string(),
        uuid: z.string(),
        shortUUID: z.string(),
        url: z.string(),
        targetUrl: z.string(),
      })
      .optional(),
    playlist: z
      .strictObject({
        id: z.number(),
        name: z.string(),
        uuid: z.string(),
        shortUUID: z.string(),
        url: z.string(),
      })
      .optional(),
    channelSync: z
      .strictObject({
        id: z.number(),
        externalChannelUrl: z.string(),
      })
      .optional(),
    targetAccount: z
      .strictObject({
        username: z.string(),
        displayName: z.string(),
        url: z.string(),
      })
      .optional(),
  }),
)
export type VideoChannelActivity = Infer<typeof VideoChannelActivity>

export const VideoChannelActivityDetails = define(() => z.record(z.string(), z.unknown()))
export type VideoChannelActivityDetails = Infer<typeof VideoChannelActivityDetails>
