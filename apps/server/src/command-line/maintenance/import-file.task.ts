import { resolve } from 'node:path'
import { acceptedExtensions } from '@sepiola/media/mime.ts'
import { probeMedia } from '@sepiola/media/probe.ts'
import { importFileJob } from '#features/transcoding/public.ts'
import { CommandError } from '../command-error.ts'
import { chooseVideos, findChosenVideo } from './choose-videos.ts'
import { defineTask } from './maintenance-task.ts'

export const importFileTask = defineTask<{ video: string; input: string }>({
  name: 'create-import-video-file-job',
  summary: 'add a file to a video, or replace the one of its resolution',
  addOptions: (command) =>
    command
      .requiredOption('-v, --video <uuid>', 'the video')
      .requiredOption('-i, --input <file>', 'a file that the server can read; it stays where it is'),
  async run({ ctx, options }) {
    const filePath = resolve(options.input)
    const accepted = acceptedExtensions(ctx.settings.current.transcoding)
    if (!accepted.some((extension) => filePath.toLowerCase().endsWith(extension))) {
      throw new CommandError(`${filePath} is of no accepted type: ${accepted.join(', ')}.`)
    }
    const [uuid] = await chooseVideos(ctx, { video: options.video })
    const video = await findChosenVideo(ctx, uuid!)
    if (!video || video.pendingTranscode > 0) {
      throw new CommandError(`The video ${options.video} is being transcoded: wait until that is done.`)
    }
    const probe = await probeMedia(filePath, { ffprobePath: ctx.media.ffprobePath }).catch((error: Error) => {
      throw new CommandError(`${filePath} cannot be read as a video: ${error.message}`)
    })
    const id = await ctx.jobs.add(ctx.db, importFileJob, { videoUUID: uuid!, filePath })
    console.log(
      `✓ Job ${id} is queued: ${probe.width}×${probe.height}, ${probe.fps} frames per second, for ${video.name}.`,
    )
  },
})
