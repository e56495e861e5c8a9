import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { AccountSummary, VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { Thumbnail, Video } from './videos.ts'

export const VideoPlaylist = define(() =>
  z.strictObject({
    id: z.int(),
    uuid: z.string(),
    shortUUID: z.string(),
    createdAt: date(),
    updatedAt: date(),
    description: z.string().nullable(),
    displayName: z.string(),
    isLocal: z.boolean(),
    thumbnailPath: z.string().nullable(),
    thumbnails: z.array(Thumbnail()),
    privacy: Constant(),
    type: Constant(),
    ownerAccount: AccountSummary(),
    videoChannel: VideoChannelSummary().nullable(),
    videoChannelPosition: z.int().nullable(),
    url: z.string(),
    thumbnailUrl: z.string().optional(),
    videosLength: z.number(),
    embedPath: z.string(),
    embedUrl: z.string().optional(),
  }),
)
export type VideoPlaylist = Infer<typeof VideoPlaylist>

export const PlaylistElement = define(() =>
  z.strictObject({
    position: z.int(),
    startTimestamp: z.int().nullable(),
    stopTimestamp: z.int().nullable(),
    video: Video().nullable(),
    id: z.number(),
    type: z.int(),
  }),
)
export type PlaylistElement = Infer<typeof PlaylistElement>

export const VideoExistInPlaylist = define(() =>
  z.strictObject({
    playlistElementId: z.number(),
    playlistId: z.number(),
    startTimestamp: z.number().nullable(),
    stopTimestamp: z.number().nullable(),
    playlistDisplayName: z.string(),
    playlistShortUUID: z.string(),
  }),
)
export type VideoExistInPlaylist = Infer<typeof VideoExistInPlaylist>

export const VideosExistInPlaylists = define(() => z.record(z.string(), z.array(VideoExistInPlaylist())))
export type VideosExistInPlaylists = Infer<typeof VideosExistInPlaylists>
