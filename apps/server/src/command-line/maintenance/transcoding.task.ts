import { InvalidArgumentError } from 'commander'
import { VideoState } from '@sepiola/contract/enums.ts'
import { prepareRun, startTranscoding } from '#features/transcoding/public.ts'
import { setVideoState } from '#features/videos/public.ts'
import { CommandError } from '../command-error.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { defineTask } from './maintenance-task.ts'

const types = ['hls', 'web-video'] as const

export const transcodingTask = defineTask<VideoChoice & { type: (typeof types)[number] }>({
  name: 'create-transcoding-job',
  summary: 'have the files of videos made anew, with the resolutions that are set now',
  addOptions: (command) =>
    addVideoOptions(command).option(
      '-t, --type <type>',
      types.join(' or '),
      (value) => {
        if (!types.includes(value as (typeof types)[number])) throw new InvalidArgumentError(types.join(' or '))
        return value
      },
      'hls',
    ),
  async run({ ctx, options }) {
    if (!ctx.settings.current.transcoding.enabled) {
      throw new CommandError('Transcoding is off (transcoding.enabled): switch it on first.')
    }
    const run = { isNewVideo: false, only: options.type }
    const uuids = await chooseVideos(ctx, options)
    const left: string[] = []
    for (const uuid of uuids) {
      const video = await findChosenVideo(ctx, uuid)
      if (!video) continue
      const idle = video.state === VideoState.PUBLISHED || video.state === VideoState.TRANSCODING_FAILED
      const prepared = idle && video.pendingTranscode === 0 ? await prepareRun(ctx, video, run) : undefined
      if (!prepared) {
        left.push(`${uuid}: ${idle ? 'it is being transcoded, or has no file' : `its state is ${video.state}`}`)
        continue
      }
      await ctx.db.transaction().execute(async (tx) => {
        const outcome = await startTranscoding(ctx, tx, video, prepared, run)
        if (outcome === 'started') await setVideoState(ctx, tx, video.id, VideoState.TO_TRANSCODE)
        else left.push(`${uuid}: ${outcome === 'failed' ? 'its file cannot be transcoded' : 'nothing is to be made'}`)
      })
    }
    console.log(`✓ ${uuids.length - left.length} videos are queued; the running server transcodes them.`)
    for (const line of left) console.log(`! ${line}`)
  },
})
