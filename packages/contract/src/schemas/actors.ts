import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const ActorImage = define(() =>
  z.strictObject({
    path: z.string().optional(),
    fileUrl: z.string().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type ActorImage = Infer<typeof ActorImage>

export const Actor = define(() =>
  z.strictObject({
    id: z.int().optional(),
    url: z.string().optional(),
    name: z.string().optional(),
    avatars: z.array(ActorImage()).optional(),
    host: z.string().optional(),
    hostRedundancyAllowed: z.boolean().nullable().optional(),
    followingCount: z.int().optional(),
    followersCount: z.int().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type Actor = Infer<typeof Actor>

export const Account = define(() =>
  z.strictObject({
    ...Actor().shape,
    userId: z.int().nullable().optional(),
    displayName: z.string().optional(),
    description: z.string().nullable().optional(),
    hostRedundancyAllowed: z.boolean().optional(),
  }),
)
export type Account = Infer<typeof Account>

export const AccountSummary = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    displayName: z.string().optional(),
    url: z.string().optional(),
    host: z.string().optional(),
    avatars: z.array(ActorImage()).optional(),
  }),
)
export type AccountSummary = Infer<typeof AccountSummary>

export const VideoChannelSummary = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    displayName: z.string().optional(),
    url: z.string().optional(),
    host: z.string().optional(),
    avatars: z.array(ActorImage()).optional(),
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
    displayName: z.string().optional(),
    description: z.string().nullable().optional(),
    support: z.string().nullable().optional(),
    publicEmail: z.string().nullable().optional(),
    isLocal: z.boolean().optional(),
    updatedAt: date().optional(),
    banners: z.array(ActorImage()).optional(),
    ownerAccount: Account().optional(),
    videosCount: z.number().optional(),
    viewsPerDay: z.array(ViewsPerDate()).optional(),
    totalViews: z.number().optional(),
    hostRedundancyAllowed: z.boolean().optional(),
  }),
)
export type VideoChannel = Infer<typeof VideoChannel>

export const Follow = define(() =>
  z.strictObject({
    id: z.int().optional(),
    follower: Actor().optional(),
    following: Actor().optional(),
    score: z.number().optional(),
    state: z.enum(['pending', 'accepted']).optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type Follow = Infer<typeof Follow>

export const ActorInfo = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    displayName: z.string().optional(),
    host: z.string().optional(),
    avatars: z.array(ActorImage()).optional(),
    avatar: AvatarInfo().optional(),
  }),
)
export type ActorInfo = Infer<typeof ActorInfo>

export const AvatarInfo = define(() =>
  z.strictObject({
    width: z.number(),
    fileUrl: z.string(),
  }),
)
export type AvatarInfo = Infer<typeof AvatarInfo>
