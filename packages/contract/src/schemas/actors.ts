import { z } from 'zod'
import { followStates } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const ActorImage = define(() =>
  z.strictObject({
    path: z.string().nullable(),
    fileUrl: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type ActorImage = Infer<typeof ActorImage>

export const Actor = define(() =>
  z.strictObject({
    id: z.int(),
    url: z.string(),
    name: z.string(),
    avatars: z.array(ActorImage()),
    host: z.string(),
    hostRedundancyAllowed: z.boolean().nullable(),
    followingCount: z.int(),
    followersCount: z.int(),
    createdAt: date(),
    updatedAt: date().optional(),
    /** Of actors in follows. */
    banners: z.array(ActorImage()).optional(),
  }),
)
export type Actor = Infer<typeof Actor>

export const Account = define(() =>
  z.strictObject({
    ...Actor().omit({ banners: true }).shape,
    displayName: z.string(),
    description: z.string().nullable(),
    updatedAt: date(),
    /** Local accounts only. */
    userId: z.int().optional(),
  }),
)
export type Account = Infer<typeof Account>

export const AccountSummary = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    displayName: z.string(),
    url: z.string(),
    host: z.string(),
    avatars: z.array(ActorImage()),
  }),
)
export type AccountSummary = Infer<typeof AccountSummary>

export const VideoChannelSummary = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    displayName: z.string(),
    url: z.string(),
    host: z.string(),
    avatars: z.array(ActorImage()),
  }),
)
export type VideoChannelSummary = Infer<typeof VideoChannelSummary>

export const ViewsPerDate = define(() =>
  z.strictObject({
    date: date(),
    views: z.number(),
  }),
)
export type ViewsPerDate = Infer<typeof ViewsPerDate>

export const VideoChannel = define(() =>
  z.strictObject({
    ...Actor().shape,
    banners: z.array(ActorImage()),
    displayName: z.string(),
    description: z.string().nullable(),
    support: z.string().nullable(),
    publicEmail: z.string().nullable().optional(),
    isLocal: z.boolean(),
    updatedAt: date(),
    ownerAccount: Account().optional(),
    /** With statistics only, like the two that follow. */
    videosCount: z.int().optional(),
    totalViews: z.int().optional(),
    viewsPerDay: z.array(ViewsPerDate()).optional(),
  }),
)
export type VideoChannel = Infer<typeof VideoChannel>

export const Follow = define(() =>
  z.strictObject({
    id: z.int(),
    follower: Actor(),
    following: Actor(),
    score: z.number(),
    state: z.enum(followStates),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type Follow = Infer<typeof Follow>
