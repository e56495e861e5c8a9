import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { Constant, TextConstant, date } from './common.ts'

/** What ffprobe says, without the name of the file. */
export const VideoFileMetadata = define(() =>
  z.strictObject({
    chapters: z.array(z.unknown()),
    format: z.record(z.string(), z.unknown()),
    streams: z.array(z.record(z.string(), z.unknown())),
  }),
)
export type VideoFileMetadata = Infer<typeof VideoFileMetadata>

export const FileRedundancyInformation = define(() =>
  z.strictObject({
    id: z.int(),
    fileUrl: z.string(),
    strategy: z.string().nullable(),
    size: z.int(),
    createdAt: date(),
    updatedAt: date(),
    expiresOn: date().nullable(),
  }),
)
export type FileRedundancyInformation = Infer<typeof FileRedundancyInformation>

export const VideoFile = define(() =>
  z.strictObject({
    id: z.int(),
    resolution: Constant(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    magnetUri: z.string().optional(),
    size: z.int(),
    fps: z.number().nullable(),
    torrentUrl: z.string().nullable(),
    torrentDownloadUrl: z.string().nullable(),
    fileUrl: z.string().nullable(),
    fileDownloadUrl: z.string().nullable(),
    metadataUrl: z.string().nullable(),
    metadata: VideoFileMetadata().optional(),
    hasAudio: z.boolean(),
    hasVideo: z.boolean(),
    /** HLS only. */
    playlistUrl: z.string().nullable().optional(),
    /** Null for remote videos. */
    storage: z.int().nullable(),
  }),
)
export type VideoFile = Infer<typeof VideoFile>

export const VideoStreamingPlaylists = define(() =>
  z.strictObject({
    id: z.int(),
    type: z.int(),
    playlistUrl: z.string(),
    segmentsSha256Url: z.string().nullable(),
    redundancies: z.array(z.strictObject({ baseUrl: z.string() })),
    files: z.array(VideoFile()),
  }),
)
export type VideoStreamingPlaylists = Infer<typeof VideoStreamingPlaylists>

export const VideoSource = define(() =>
  z.strictObject({
    inputFilename: z.string(),
    /** The 7.0 name of `inputFilename` (spec 01 §12). */
    filename: z.string().optional(),
    fileDownloadUrl: z.string().nullable(),
    resolution: Constant().nullable(),
    size: z.int().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    fps: z.number().nullable(),
    metadata: VideoFileMetadata().nullable(),
    createdAt: date(),
  }),
)
export type VideoSource = Infer<typeof VideoSource>

export const Storyboard = define(() =>
  z.strictObject({
    storyboardPath: z.string(),
    fileUrl: z.string(),
    totalHeight: z.int(),
    totalWidth: z.int(),
    spriteHeight: z.int(),
    spriteWidth: z.int(),
    spriteDuration: z.int(),
  }),
)
export type Storyboard = Infer<typeof Storyboard>

export const VideoCaption = define(() =>
  z.strictObject({
    language: TextConstant(),
    automaticallyGenerated: z.boolean(),
    captionPath: z.string().nullable(),
    fileUrl: z.string().nullable(),
    m3u8Url: z.string().nullable(),
    updatedAt: date(),
  }),
)
export type VideoCaption = Infer<typeof VideoCaption>

export const VideoTokenResponse = define(() =>
  z.strictObject({
    files: z.strictObject({
      token: z.string(),
      expires: date(),
    }),
  }),
)
export type VideoTokenResponse = Infer<typeof VideoTokenResponse>
