import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { Account, AccountSummary, VideoChannel, VideoChannelSummary } from './actors.ts'
import { Constant, NullableConstant, TextConstant, date } from './common.ts'

export const LiveSchedule = define(() =>
  z.strictObject({
    startAt: date().optional(),
  }),
)
export type LiveSchedule = Infer<typeof LiveSchedule>

export const Thumbnail = define(() =>
  z.strictObject({
    fileUrl: z.string().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    aspectRatio: z.string().optional(),
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

export const FileRedundancyInformation = define(() =>
  z.strictObject({
    id: z.int().optional(),
    fileUrl: z.string().optional(),
    strategy: z.enum(['manual', 'most-views', 'trending', 'recently-added']).optional(),
    size: z.int().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    expiresOn: date().optional(),
  }),
)
export type FileRedundancyInformation = Infer<typeof FileRedundancyInformation>

export const VideoFile = define(() =>
  z.strictObject({
    id: z.int().optional(),
    magnetUri: z.string().optional(),
    resolution: Constant().optional(),
    size: z.int().optional(),
    torrentUrl: z.string().optional(),
    torrentDownloadUrl: z.string().optional(),
    fileUrl: z.string().optional(),
    playlistUrl: z.string().optional(),
    fileDownloadUrl: z.string().optional(),
    fps: z.number().optional(),
    width: z.number().nullable().optional(),
    height: z.number().nullable().optional(),
    metadataUrl: z.string().optional(),
    hasAudio: z.boolean().optional(),
    hasVideo: z.boolean().optional(),
    storage: z.int().nullable().optional(),
    metadata: z
      .strictObject({
        streams: z.array(z.record(z.string(), z.unknown())),
        format: z.record(z.string(), z.unknown()),
        chapters: z.array(z.unknown()),
      })
      .optional(),
  }),
)
export type VideoFile = Infer<typeof VideoFile>

export const VideoStreamingPlaylists = define(() =>
  z.strictObject({
    id: z.int(),
    type: z.int(),
    playlistUrl: z.string(),
    segmentsSha256Url: z.string().nullable(),
    redundancies: z.array(FileRedundancyInformation()),
    files: z.array(VideoFile()),
  }),
)
export type VideoStreamingPlaylists = Infer<typeof VideoStreamingPlaylists>

export const VideoSource = define(() =>
  z.strictObject({
    inputFilename: z.string().optional(),
    fileDownloadUrl: z.string().optional(),
    resolution: Constant().optional(),
    size: z.int().optional(),
    fps: z.number().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    createdAt: date().optional(),
    metadata: z
      .strictObject({
        streams: z.array(z.record(z.string(), z.unknown())),
        format: z.record(z.string(), z.unknown()),
        chapters: z.array(z.unknown()),
      })
      .optional(),
  }),
)
export type VideoSource = Infer<typeof VideoSource>

export const Video = define(() =>
  z.strictObject({
    id: z.int().optional(),
    uuid: z.string().optional(),
    shortUUID: z.string().optional(),
    isLive: z.boolean().optional(),
    liveSchedules: z.array(LiveSchedule()).optional(),
    createdAt: date().optional(),
    publishedAt: date().optional(),
    updatedAt: date().optional(),
    originallyPublishedAt: date().nullable().optional(),
    category: NullableConstant().optional(),
    licence: NullableConstant().optional(),
    language: TextConstant().optional(),
    privacy: Constant().optional(),
    truncatedDescription: z.string().nullable().optional(),
    duration: z.int().optional(),
    aspectRatio: z.number().nullable().optional(),
    isLocal: z.boolean().optional(),
    name: z.string().optional(),
    thumbnailPath: z.string().optional(),
    previewPath: z.string().optional(),
    thumbnails: z.array(Thumbnail()).optional(),
    embedPath: z.string().optional(),
    views: z.int().optional(),
    likes: z.int().optional(),
    dislikes: z.int().optional(),
    comments: z.int().optional(),
    nsfw: z.boolean().optional(),
    nsfwFlags: z.int().optional(),
    nsfwSummary: z.string().nullable().optional(),
    waitTranscoding: z.boolean().nullable().optional(),
    state: Constant().optional(),
    scheduledUpdate: VideoScheduledUpdate().nullable().optional(),
    blacklisted: z.boolean().nullable().optional(),
    blacklistedReason: z.string().nullable().optional(),
    account: AccountSummary().optional(),
    channel: VideoChannelSummary().optional(),
    userHistory: z
      .strictObject({
        currentTime: z.int().optional(),
      })
      .nullable()
      .optional(),
    description: z.string().nullable().optional(),
    thumbnailUrl: z.string().optional(),
    previewUrl: z.string().optional(),
    embedUrl: z.string().optional(),
    url: z.string().optional(),
    viewers: z.number().optional(),
    downloads: z.number().optional(),
    pluginData: z.unknown().optional(),
    blockedOwner: z.boolean().optional(),
    blockedServer: z.boolean().optional(),
    files: z.array(VideoFile()).optional(),
    streamingPlaylists: z.array(VideoStreamingPlaylists()).optional(),
    videoSource: VideoSource().optional(),
    automaticTags: z.array(z.string()).optional(),
    tags: z.array(z.string()).optional(),
  }),
)
export type Video = Infer<typeof Video>

export const VideoDetails = define(() =>
  z.strictObject({
    ...Video().shape,
    viewers: z.int().optional(),
    description: z.string().nullable().optional(),
    support: z.string().nullable().optional(),
    channel: VideoChannel().optional(),
    account: Account().optional(),
    tags: z.array(z.string()).optional(),
    commentsPolicy: Constant().optional(),
    downloadEnabled: z.boolean().optional(),
    inputFileUpdatedAt: date().nullable().optional(),
    trackerUrls: z.array(z.string()).optional(),
    files: z.array(VideoFile()).optional(),
    streamingPlaylists: z.array(VideoStreamingPlaylists()).optional(),
    embedPrivacyPolicy: Constant().optional(),
  }),
)
export type VideoDetails = Infer<typeof VideoDetails>

export const VideoInfo = define(() =>
  z.strictObject({
    id: z.int().optional(),
    uuid: z.string().optional(),
    name: z.string().optional(),
    state: Constant().optional(),
    shortUUID: z.string().optional(),
  }),
)
export type VideoInfo = Infer<typeof VideoInfo>

export const VideoSummary = define(() =>
  z.strictObject({
    id: z.int().optional(),
    uuid: z.string().optional(),
    shortUUID: z.string().optional(),
    name: z.string().optional(),
    isLive: z.boolean().optional(),
    nsfw: z.boolean().optional(),
    publishedAt: date().optional(),
    thumbnails: z.array(z.unknown()).optional(),
    channel: VideoChannelSummary().optional(),
  }),
)
export type VideoSummary = Infer<typeof VideoSummary>

export const VideoFileMetadata = define(() =>
  z.strictObject({
    chapters: z.array(z.unknown()).optional(),
    format: z.record(z.string(), z.unknown()).optional(),
    streams: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
)
export type VideoFileMetadata = Infer<typeof VideoFileMetadata>

export const VideoTokenResponse = define(() =>
  z.strictObject({
    files: z
      .strictObject({
        token: z.string().optional(),
        expires: date().optional(),
      })
      .optional(),
  }),
)
export type VideoTokenResponse = Infer<typeof VideoTokenResponse>

export const VideoUploadResponse = define(() =>
  z.strictObject({
    video: z
      .strictObject({
        id: z.int().optional(),
        uuid: z.string().optional(),
        shortUUID: z.string().optional(),
      })
      .optional(),
  }),
)
export type VideoUploadResponse = Infer<typeof VideoUploadResponse>

export const VideoRating = define(() =>
  z.strictObject({
    video: Video(),
    rating: z.enum(['like', 'dislike', 'none']),
  }),
)
export type VideoRating = Infer<typeof VideoRating>

export const GetMeVideoRating = define(() =>
  z.strictObject({
    rating: z.enum(['like', 'dislike', 'none']),
    videoId: z.number().optional(),
  }),
)
export type GetMeVideoRating = Infer<typeof GetMeVideoRating>

export const VideoPassword = define(() =>
  z.strictObject({
    id: z.int().optional(),
    password: z.string().optional(),
    videoId: z.int().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
  }),
)
export type VideoPassword = Infer<typeof VideoPassword>

export const VideoEmbedPrivacy = define(() =>
  z.strictObject({
    policy: Constant().optional(),
    domains: z.array(z.string()).optional(),
  }),
)
export type VideoEmbedPrivacy = Infer<typeof VideoEmbedPrivacy>

export const VideoEmbedPrivacyAllowed = define(() =>
  z.strictObject({
    domainAllowed: z.boolean(),
    userBypassAllowed: z.boolean(),
  }),
)
export type VideoEmbedPrivacyAllowed = Infer<typeof VideoEmbedPrivacyAllowed>

export const Storyboard = define(() =>
  z.strictObject({
    storyboardPath: z.string().optional(),
    fileUrl: z.string().optional(),
    totalHeight: z.int().optional(),
    totalWidth: z.int().optional(),
    spriteHeight: z.int().optional(),
    spriteWidth: z.int().optional(),
    spriteDuration: z.int().optional(),
  }),
)
export type Storyboard = Infer<typeof Storyboard>

export const VideoCaption = define(() =>
  z.strictObject({
    language: TextConstant().optional(),
    automaticallyGenerated: z.boolean().optional(),
    captionPath: z.string().optional(),
    fileUrl: z.string().optional(),
    m3u8Url: z.string().optional(),
    updatedAt: date().optional(),
  }),
)
export type VideoCaption = Infer<typeof VideoCaption>

export const VideoChapters = define(() =>
  z.strictObject({
    chapters: z
      .strictObject({
        title: z.string().optional(),
        timecode: z.int().optional(),
      })
      .optional(),
  }),
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
