import { regeneratePlaylistThumbnails } from '#features/playlists/public.ts'
import { chooseSource } from '#features/transcoding/public.ts'
import { regenerateThumbnails } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { CommandError } from '../command-error.ts'
import { Progress } from '../progress.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { listPicturedPlaylists } from './local-videos.sql.ts'
import { defineTask } from './maintenance-task.ts'

export const regenerateThumbnailsTask = defineTask<VideoChoice>({
  name: 'regenerate-thumbnails',
  summary: 'make thumbnails of videos and playlists anew, in the sizes that are set now',
  addOptions: addVideoOptions,
  async run({ ctx, options }) {
    const one = options.video !== undefined
    const uuids = await chooseVideos(ctx, one ? options : { all: true })
    const videos = await forEach('videos', uuids, (uuid) => ofVideo(ctx, uuid))
    // Theirs are made of those of their videos.
    const lists = one ? [] : await listPicturedPlaylists(ctx.db)
    const playlists = await forEach('playlists', lists, ({ id, uuid }) => ofPlaylist(ctx, id, uuid))
    const made = [
      `${uuids.length - videos.length} videos`,
      ...(one ? [] : [`${lists.length - playlists.length} playlists`]),
    ]
    console.log(`✓ Thumbnails of ${made.join(' and ')} made; the old files go within a minute of running.`)
    const failed = [...videos, ...playlists]
    if (failed.length > 0) throw new CommandError(`${failed.length} failed:\n  ${failed.join('\n  ')}`)
  },
})

/** Why it failed; undefined when it did not, or when the video is gone. */
async function ofVideo(ctx: Context, uuid: string): Promise<string | undefined> {
  const video = await findChosenVideo(ctx, uuid)
  const made = video && (await attempt(() => regenerateThumbnails(ctx, video, chooseSource(video))))
  if (made === undefined || made === true) return undefined
  return `video ${uuid}: ${made || 'neither a picture nor a video file is there'}`
}

async function ofPlaylist(ctx: Context, id: number, uuid: string): Promise<string | undefined> {
  const made = await attempt(() => regeneratePlaylistThumbnails(ctx, id))
  return made === true ? undefined : `playlist ${uuid}: ${made || 'no picture to make it of is there'}`
}

/** What `act` says, or the message of its error. */
async function attempt(act: () => Promise<boolean>): Promise<boolean | string> {
  try {
    return await act()
  } catch (error) {
    return (error as Error).message.split('\n')[0]!
  }
}

/** The reasons of those that failed. */
async function forEach<Item>(
  unit: string,
  items: readonly Item[],
  act: (item: Item) => Promise<string | undefined>,
): Promise<string[]> {
  if (items.length === 0) return []
  const progress = new Progress('Thumbnails', { unit, total: items.length })
  const failed: string[] = []
  for (const item of items) {
    const reason = await act(item)
    if (reason !== undefined) failed.push(reason)
    progress.add(1)
  }
  progress.end()
  return failed
}
