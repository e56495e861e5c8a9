import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { Video } from './videos.ts'

export const VideoPassword = define(() =>
  z.strictObject({
    id: z.int(),
    password: z.string(),
    videoId: z.int(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type VideoPassword = Infer<typeof VideoPassword>

export const VideoEmbedPrivacy = define(() =>
  z.strictObject({
    policy: Constant(),
    domains: z.array(z.string()),
  }),
)
export type VideoEmbedPrivacy = Infer<typeof VideoEmbedPrivacy>

export const VideoEmbedPrivacyAllowed = define(() =>
  z.strictObject({
    domainAllowed: z.boolean(),
    userBypassAllowed: z.boolean().nullable(),
  }),
)
export type VideoEmbedPrivacyAllowed = Infer<typeof VideoEmbedPrivacyAllowed>

export const VideoChapters = define(() =>
  z.strictObject({ chapters: z.array(z.strictObject({ timecode: z.int(), title: z.string() })) }),
)
export type VideoChapters = Infer<typeof VideoChapters>

export const VideosOverview = define(() =>
  z.strictObject({
    channels: z.array(ChannelOverview()),
    categories: z.array(CategoryOverview()),
    tags: z.array(TagOverview()),
  }),
)
export type VideosOverview = Infer<typeof VideosOverview>

export const ChannelOverview = define(() =>
  z.strictObject({
    channel: VideoChannelSummary(),
    videos: z.array(Video()),
  }),
)
export type ChannelOverview = Infer<typeof ChannelOverview>

export const CategoryOverview = define(() =>
  z.strictObject({
    category: Constant(),
    videos: z.array(Video()),
  }),
)
export type CategoryOverview = Infer<typeof CategoryOverview>

export const TagOverview = define(() =>
  z.strictObject({
    tag: z.string(),
    videos: z.array(Video()),
  }),
)
export type TagOverview = Infer<typeof TagOverview>

export const OEmbed = define(() =>
  z.strictObject({
    type: z.literal('video'),
    version: z.literal('1.0'),
    html: z.string(),
    width: z.int(),
    height: z.int(),
    title: z.string(),
    author_name: z.string(),
    author_url: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    thumbnail_url: z.string().optional(),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
  }),
)
export type OEmbed = Infer<typeof OEmbed>
