import { sql } from 'kysely'
import type { Context } from '#foundation/context.ts'
import { createVideo, type CreatedVideo, type NewVideo } from '../edit/create-video.ts'
import { saveStreamingPlaylist, saveVideoFile } from '../files/save-files.ts'
import { hlsKey, webVideoKey } from '../files/video-file-keys.ts'

/** Names of the files of a test video; each holds its own name as text. */
export interface TestVideo extends CreatedVideo {
  webVideo: string
  hlsVideo: string
  mediaPlaylist: string
  master: string
  fileIds: { web: number; hls: number }
  thumbnail: string
}

/** The channel that a user got with the account. */
export async function defaultChannel(ctx: Context, username: string): Promise<{ id: number; accountId: number }> {
  const { rows } = await sql<{ id: number; accountId: number }>`
    SELECT c."id", c."accountId" FROM "videoChannel" c JOIN "account" a ON a."id" = c."accountId"
    JOIN "user" u ON u."id" = a."userId" WHERE u."username" = ${username} ORDER BY c."id" LIMIT 1`.execute(ctx.db)
  if (!rows[0]) throw new Error(`${username} has no channel`)
  return rows[0]
}

let made = 0

/** A published public video of `owner` (default root) with one web video, one HLS rendition and one thumbnail. */
export async function makeTestVideo(
  ctx: Context,
  change: Partial<NewVideo> & { owner?: string } = {},
): Promise<TestVideo> {
  const { owner = 'root', ...attributes } = change
  const channel = await defaultChannel(ctx, owner)
  const name = `test-${++made}-${process.pid}`
  const files = {
    webVideo: `${name}-480.mp4`,
    hlsVideo: `${name}-480-fragmented.mp4`,
    mediaPlaylist: `${name}-480.m3u8`,
    master: `${name}-master.m3u8`,
    thumbnail: `${name}.jpg`,
  }
  const created = await ctx.db.transaction().execute(async (tx) => {
    const video = await createVideo(ctx, tx, {
      name: `Video ${name}`,
      channelId: channel.id,
      privacy: 1,
      state: 1,
      duration: 60,
      aspectRatio: 1.7778,
      category: null,
      licence: null,
      language: null,
      nsfw: false,
      nsfwFlags: 0,
      nsfwSummary: null,
      description: null,
      support: null,
      tags: [],
      commentsPolicy: 1,
      downloadEnabled: true,
      waitTranscoding: false,
      originallyPublishedAt: null,
      scheduleUpdate: null,
      videoPasswords: [],
      thumbnails: [
        { filename: files.thumbnail, width: 280, height: 157, aspectRatio: '16:9', automaticallyGenerated: true },
      ],
      byAccountId: channel.accountId,
      ...attributes,
    })
    const common = {
      resolution: 480,
      width: 854,
      height: 480,
      fps: 30,
      extname: '.mp4',
      hasVideo: true,
      hasAudio: true,
      metadata: { streams: [], format: { duration: 60 }, chapters: [] },
    }
    const web = await saveVideoFile(ctx, tx, video, {
      ...common,
      videoId: video.id,
      size: files.webVideo.length,
      filename: files.webVideo,
    })
    const videoStreamingPlaylistId = await saveStreamingPlaylist(ctx, tx, video, {
      playlistFilename: files.master,
      segmentsSha256Filename: null,
      resolutions: [480],
    })
    const hls = await saveVideoFile(ctx, tx, video, {
      ...common,
      videoStreamingPlaylistId,
      size: files.hlsVideo.length,
      filename: files.hlsVideo,
    })
    return { ...video, fileIds: { web, hls } }
  })
  await ctx.storage.write('web_videos', webVideoKey(created, files.webVideo), files.webVideo)
  for (const file of [files.hlsVideo, files.mediaPlaylist, files.master]) {
    await ctx.storage.write('streaming_playlists', hlsKey(created, file), file)
  }
  await ctx.storage.write('thumbnails', files.thumbnail, files.thumbnail)
  return { ...created, ...files }
}
