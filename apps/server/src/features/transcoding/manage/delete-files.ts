import {
  deleteVideosByIdHlsByVideoFileId,
  deleteVideosByIdWebVideosByVideoFileId,
  delVideoHLS,
  delVideoWebVideos,
} from '@sepiola/contract/operations/video-files.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type Implementation } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import {
  findVideoForTranscoding,
  removeStreamingPlaylist,
  removeVideoFile,
  saveStreamingPlaylist,
  withVideoFiles,
  type TranscodingFile,
  type VideoForTranscoding,
  type VideoRef,
} from '#features/videos/public.ts'
import { writeHlsIndex } from '../finish/write-hls-index.ts'

/** Runs `change` on a local video while nobody else changes its files; 404 and 400 (spec 05 §17). */
async function changeFiles(
  ctx: Context,
  ref: VideoRef,
  change: (video: VideoForTranscoding) => Promise<void>,
): Promise<void> {
  const found = await requireLocalVideo(ctx, ref)
  await withVideoFiles(ctx, found.id, async () => change(await requireLocalVideo(ctx, { id: found.id })))
}

async function requireLocalVideo(ctx: Context, ref: VideoRef): Promise<VideoForTranscoding> {
  const video = await findVideoForTranscoding(ctx.db, ref)
  if (!video) throw problem(404, 'Video not found')
  if (video.remote) throw problem(400, 'Cannot delete files of a video of another server.')
  return video
}

function requireFile(files: readonly TranscodingFile[], id: number): TranscodingFile {
  const file = files.find((each) => each.id === id)
  if (!file) throw problem(404, 'This file does not belong to the video.')
  return file
}

function requireHls(video: VideoForTranscoding): TranscodingFile[] {
  if (!video.hls) throw problem(400, 'This video has no HLS files.')
  return video.hls.files
}

const deleteHls = implement(delVideoHLS, ({ ctx, params }) =>
  changeFiles(ctx, params.id, async (video) => {
    requireHls(video)
    if (video.webVideos.length === 0) throw problem(400, 'The HLS files are the only ones of this video.')
    await ctx.db.transaction().execute((tx) => removeStreamingPlaylist(ctx, tx, video))
  }),
)

const deleteHlsFile = implement(deleteVideosByIdHlsByVideoFileId, ({ ctx, params }) =>
  changeFiles(ctx, params.id, async (video) => {
    const files = requireHls(video)
    const file = requireFile(files, params.videoFileId)
    const others = files.filter((each) => each !== file)
    if (others.length === 0 && video.webVideos.length === 0) {
      throw problem(400, 'This is the only file of this video.')
    }
    if (file.hasAudio && !file.hasVideo && others.some((each) => each.hasVideo && !each.hasAudio)) {
      throw problem(400, 'The other files of this video need its sound file.')
    }
    if (others.length === 0) {
      await ctx.db.transaction().execute((tx) => removeStreamingPlaylist(ctx, tx, video))
      return
    }
    const kept = others.map((each) => ({ ...each, width: each.width ?? 0, height: each.height ?? 0 }))
    const index = await writeHlsIndex(ctx, video, kept)
    await ctx.db.transaction().execute(async (tx) => {
      await removeVideoFile(ctx, tx, file.id)
      await saveStreamingPlaylist(ctx, tx, video, index)
    })
  }),
)

const deleteWebVideos = implement(delVideoWebVideos, ({ ctx, params }) =>
  changeFiles(ctx, params.id, async (video) => {
    if (video.webVideos.length === 0) throw problem(400, 'This video has no web videos.')
    if (!video.hls) throw problem(400, 'The web videos are the only files of this video.')
    await ctx.db.transaction().execute(async (tx) => {
      for (const file of video.webVideos) await removeVideoFile(ctx, tx, file.id)
    })
  }),
)

const deleteWebVideo = implement(deleteVideosByIdWebVideosByVideoFileId, ({ ctx, params }) =>
  changeFiles(ctx, params.id, async (video) => {
    const file = requireFile(video.webVideos, params.videoFileId)
    if (video.webVideos.length === 1 && !video.hls) throw problem(400, 'This is the only file of this video.')
    await ctx.db.transaction().execute((tx) => removeVideoFile(ctx, tx, file.id))
  }),
)

export const fileOperations: readonly Implementation[] = [deleteHls, deleteHlsFile, deleteWebVideos, deleteWebVideo]
