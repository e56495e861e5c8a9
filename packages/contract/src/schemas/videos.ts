import { z } from 'zod'
import { videoRates } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannel, VideoChannelSummary } from './actors.ts'
import { Constant, NullableConstant, TextConstant, date } from './common.ts'
import { VideoFile, VideoSource, VideoStreamingPlaylists } from './video-files.ts'

export const LiveSchedule = define(() =>
  z.strictObject({
    startAt: date(),
  }),
)
export type LiveSchedule = Infer<typeof LiveSchedule>

export const Thumbnail = define(() =>
  z.strictObject({
    fileUrl: z.string(),
    width: z.int(),
    height: z.int(),
    aspectRatio: z.string(),
  }),
)
export type Thumbnail = Infer<typeof Thumbnail>

export const VideoScheduledUpdate = define(() =>
  z.strictObject({
    privacy: z.int().optional(),
    updateAt: date(),
  }),
)
export type VideoScheduledUpdate = Infer<typeof VideoScheduledUpdate>

/** What every video shows, in lists and alone (spec 03 §1.7). */
const videoShape = () => ({
  id: z.int(),
  uuid: z.string(),
  shortUUID: z.string(),
  url: z.string(),
  name: z.string(),
  category: NullableConstant(),
  licence: NullableConstant(),
  language: TextConstant(),
  privacy: Constant(),
  nsfw: z.boolean(),
  nsfwFlags: z.int(),
  nsfwSummary: z.string().nullable(),
  truncatedDescription: z.string().nullable(),
  /** The same as `truncatedDescription` in lists. */
  description: z.string().nullable(),
  isLocal: z.boolean(),
  isLive: z.boolean(),
  /** Seconds. */
  duration: z.int(),
  aspectRatio: z.number().nullable(),
  views: z.int(),
  viewers: z.int(),
  downloads: z.int(),
  likes: z.int(),
  dislikes: z.int(),
  comments: z.int(),
  thumbnailPath: z.string().nullable(),
  previewPath: z.string().nullable(),
  thumbnails: z.array(Thumbnail()),
  thumbnailUrl: z.string().nullable().optional(),
  previewUrl: z.string().nullable().optional(),
  embedPath: z.string(),
  embedUrl: z.string().nullable().optional(),
  createdAt: date(),
  updatedAt: date(),
  publishedAt: date(),
  originallyPublishedAt: date().nullable(),
  /** Where the viewer stopped watching, seconds. */
  userHistory: z.strictObject({ currentTime: z.int() }).optional(),
  pluginData: z.unknown().optional(),
  ...includedShape(),
})

/** What depends on the bits of `include`. */
const includedShape = () => ({
  state: Constant().optional(),
  waitTranscoding: z.boolean().optional(),
  scheduledUpdate: VideoScheduledUpdate().nullable().optional(),
  blacklisted: z.boolean().optional(),
  blacklistedReason: z.string().nullable().optional(),
  blockedOwner: z.boolean().optional(),
  blockedServer: z.boolean().optional(),
  files: z.array(VideoFile()).optional(),
  streamingPlaylists: z.array(VideoStreamingPlaylists()).optional(),
  videoSource: VideoSource().nullable().optional(),
  automaticTags: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  liveSchedules: z.array(LiveSchedule()).optional(),
})

export const Video = define(() =>
  z.strictObject({ ...videoShape(), account: AccountSummary(), channel: VideoChannelSummary() }),
)
export type Video = Infer<typeof Video>

/** A video that a search found; where it is said in the captions is an addition to the reference. */
export const FoundVideo = define(() =>
  z.strictObject({
    ...videoShape(),
    account: AccountSummary(),
    channel: VideoChannelSummary(),
    captionMatches: z
      .array(z.strictObject({ language: z.string(), start: z.number(), text: z.string() }))
      .optional()
      .meta({ description: 'Per language: the cue that holds most of the words searched; its start in seconds.' }),
  }),
)
export type FoundVideo = Infer<typeof FoundVideo>

/** Spec 03 §2.2; `commentsEnabled` is the 7.0 form of `commentsPolicy` (spec 01 §12). */
export const VideoDetails = define(() =>
  z.strictObject({
    ...videoShape(),
    account: Account(),
    channel: VideoChannel(),
    state: Constant(),
    waitTranscoding: z.boolean(),
    blacklisted: z.boolean(),
    blacklistedReason: z.string().nullable(),
    files: z.array(VideoFile()),
    streamingPlaylists: z.array(VideoStreamingPlaylists()),
    support: z.string().nullable(),
    tags: z.array(z.string()),
    commentsPolicy: Constant(),
    commentsEnabled: z.boolean(),
    downloadEnabled: z.boolean(),
    inputFileUpdatedAt: date().nullable(),
    trackerUrls: z.array(z.string()),
    embedPrivacyPolicy: Constant(),
  }),
)
export type VideoDetails = Infer<typeof VideoDetails>

export const VideoSummary = define(() =>
  z.strictObject({
    id: z.int(),
    uuid: z.string(),
    shortUUID: z.string(),
    name: z.string(),
    nsfw: z.boolean(),
    publishedAt: date(),
    isLive: z.boolean(),
    thumbnails: z.array(Thumbnail()),
    channel: VideoChannelSummary(),
  }),
)
export type VideoSummary = Infer<typeof VideoSummary>

export const VideoUploadResponse = define(() =>
  z.strictObject({
    video: z.strictObject({
      id: z.int(),
      uuid: z.string(),
      shortUUID: z.string(),
    }),
  }),
)
export type VideoUploadResponse = Infer<typeof VideoUploadResponse>

export const VideoRating = define(() =>
  z.strictObject({
    video: Video(),
    rating: z.enum([...videoRates, 'none']),
  }),
)
export type VideoRating = Infer<typeof VideoRating>

export const GetMeVideoRating = define(() =>
  z.strictObject({
    rating: z.enum([...videoRates, 'none']),
    videoId: z.number(),
  }),
)
export type GetMeVideoRating = Infer<typeof GetMeVideoRating>
