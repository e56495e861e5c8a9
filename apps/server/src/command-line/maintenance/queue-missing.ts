import type { Context } from '#foundation/context.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { VideoForTranscoding } from '#features/videos/public.ts'
import { CommandError } from '../command-error.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { findVideosWith } from './local-videos.sql.ts'
import { defineTask, type MaintenanceTask } from './maintenance-task.ts'

interface MissingPart {
  name: string
  summary: string
  /** Whether this server makes it at all; `off` says that it does not. */
  isOn(settings: Settings): boolean
  off: string
  /** Videos that have a row there need no job. */
  table: 'storyboard' | 'videoCaption'
  /** False: there is nothing to do for this video. */
  queue(ctx: Context, video: VideoForTranscoding): Promise<boolean>
  /** What is said of those that got no job: "3 videos …". */
  others: string
}

/** A task that queues the making of something for the chosen videos that have none yet. */
export function defineQueueMissing(part: MissingPart): MaintenanceTask<VideoChoice> {
  return defineTask<VideoChoice>({
    name: part.name,
    summary: part.summary,
    addOptions: addVideoOptions,
    async run({ ctx, options }) {
      if (!part.isOn(ctx.settings.current)) throw new CommandError(part.off)
      const uuids = await chooseVideos(ctx, options)
      const done = await findVideosWith(ctx.db, part.table)
      let queued = 0
      for (const uuid of uuids) {
        const video = done.has(uuid) ? undefined : await findChosenVideo(ctx, uuid)
        if (video && (await part.queue(ctx, video))) queued++
      }
      console.log(`✓ ${queued} jobs queued; the running server does them, one after another.`)
      if (queued < uuids.length) console.log(`  ${uuids.length - queued} videos ${part.others}`)
    },
  })
}
