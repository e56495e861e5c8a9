import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { AccountSummary, VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { Thumbnail, Video } from './videos.ts'

export const VideoPlaylist = define(() =>
  z.strictObject({
    id: z.int().optional(),
    uuid: z.string().optional(),
    shortUUID: z.string().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    description: z.string().nullable().optional(),
    displayName: z.string().optional(),
    isLocal: z.boolean().optional(),
    thumbnailPath: z.string().nullable().optional(),
    thumbnails: z.array(Thumbnail()).optional(),
    privacy: Constant().optional(),
    type: Constant().optional(),
    ownerAccount: AccountSummary().optional(),
    videoChannel: VideoChannelSummary().nullable().optional(),
    videoChannelPosition: z.int().optional(),
    url: z.string().optional(),
    thumbnailUrl: z.string().optional(),
    videosLength: z.number().optional(),
    embedPath: z.string().optional(),
    embedUrl: z.string().optional(),
  }),
)
export type VideoPlaylist = Infer<typeof VideoPlaylist>

export const PlaylistElement = define(() =>
  z.strictObject({
    position: z.int().optional(),
    startTimestamp: z.int().optional(),
    stopTimestamp: z.int().optional(),
    video: Video().nullable().optional(),
    id: z.number().optional(),
    type: z.int().optional(),
  }),
)
export type PlaylistElement = Infer<typeof PlaylistElement>

export const VideoExistInPlaylist = define(() =>
  z.strictObject({
    playlistElementId: z.number(),
    playlistId: z.number(),
    startTimestamp: z.number().optional(),
    stopTimestamp: z.number().optional(),
    playlistDisplayName: z.string(),
    playlistShortUUID: z.string(),
  }),
)
export type VideoExistInPlaylist = Infer<typeof VideoExistInPlaylist>

export const VideosExistInPlaylists = define(() => z.record(z.string(), z.array(VideoExistInPlaylist())))
export type VideosExistInPlaylists = Infer<typeof VideosExistInPlaylists>
