import { chooseSource } from '#features/transcoding/public.ts'
import { regenerateThumbnails } from '#features/videos/public.ts'
import { CommandError } from '../command-error.ts'
import { Progress } from '../progress.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { defineTask } from './maintenance-task.ts'

export const regenerateThumbnailsTask = defineTask<VideoChoice>({
  name: 'regenerate-thumbnails',
  summary: 'make thumbnails of videos anew, in the sizes that are set now',
  addOptions: addVideoOptions,
  async run({ ctx, options }) {
    const uuids = await chooseVideos(ctx, options.video === undefined ? { all: true } : options)
    const progress = new Progress('Thumbnails', { unit: 'videos', total: uuids.length })
    const failed: string[] = []
    for (const uuid of uuids) {
      try {
        const video = await findChosenVideo(ctx, uuid)
        const made = video && (await regenerateThumbnails(ctx, video, chooseSource(video)))
        if (made === false) failed.push(`${uuid}: neither a picture nor a video file is there`)
      } catch (error) {
        failed.push(`${uuid}: ${(error as Error).message.split('\n')[0]}`)
      }
      progress.add(1)
    }
    progress.end()
    console.log(
      `✓ Thumbnails of ${uuids.length - failed.length} videos made; the old files go within a minute of running.`,
    )
    if (failed.length > 0) throw new CommandError(`${failed.length} videos failed:\n  ${failed.join('\n  ')}`)
  },
})
