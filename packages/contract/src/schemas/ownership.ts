import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { VideoSummary } from './videos.ts'

export const ChangeOwnership = define(() =>
  z.strictObject({
    id: z.int(),
    state: Constant(),
    initiatorAccount: Account(),
    nextOwnerAccount: Account(),
    video: VideoSummary().optional(),
    videoChannel: VideoChannelSummary().optional(),
    createdAt: date(),
    status: z.enum(['ACCEPTED', 'WAITING', 'REFUSED']),
  }),
)
export type ChangeOwnership = Infer<typeof ChangeOwnership>

export const VideoChannelCollaborator = define(() =>
  z.strictObject({
    id: z.int(),
    account: Account(),
    state: Constant(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type VideoChannelCollaborator = Infer<typeof VideoChannelCollaborator>

/** An invitation to help with a channel that waits for one's answer. */
export const VideoChannelInvitation = define(() =>
  z.strictObject({
    /** Of the collaborator, as answers name it. */
    id: z.int(),
    channel: VideoChannelSummary(),
    ownerAccount: AccountSummary(),
    createdAt: date(),
  }),
)
export type VideoChannelInvitation = Infer<typeof VideoChannelInvitation>

export const VideoChannelActivity = define(() =>
  z.strictObject({
    id: z.number(),
    account: AccountSummary().nullable(),
    action: Constant(),
    targetType: Constant(),
    details: VideoChannelActivityDetails().nullable(),
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
      .nullable(),
    videoImport: z
      .strictObject({
        id: z.number(),
        name: z.string(),
        uuid: z.string(),
        shortUUID: z.string(),
        url: z.string(),
        targetUrl: z.string(),
      })
      .nullable(),
    playlist: z
      .strictObject({
        id: z.number(),
        name: z.string(),
        uuid: z.string(),
        shortUUID: z.string(),
        url: z.string(),
      })
      .nullable(),
    channelSync: z
      .strictObject({
        id: z.number(),
        externalChannelUrl: z.string(),
      })
      .nullable(),
    targetAccount: z
      .strictObject({
        username: z.string(),
        displayName: z.string(),
        url: z.string(),
      })
      .nullable(),
  }),
)
export type VideoChannelActivity = Infer<typeof VideoChannelActivity>

export const VideoChannelActivityDetails = define(() => z.record(z.string(), z.unknown()))
export type VideoChannelActivityDetails = Infer<typeof VideoChannelActivityDetails>
