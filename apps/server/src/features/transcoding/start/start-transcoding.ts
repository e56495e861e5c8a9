import { VideoState } from '@sepiola/contract/enums.ts'
import { FpsError } from '@sepiola/media/fps.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { changePending, setVideoState, type VideoForTranscoding } from '#features/videos/public.ts'
import { chooseSource, type TranscodingSource } from '../plan/choose-source.ts'
import { planJobs, type VideoPlan } from '../plan/plan-jobs.ts'
import { planOptions } from '../plan/plan-options.ts'
import { markRenditionsFailed, replaceRenditions, type RunRef } from '../renditions.sql.ts'
import { transcodeJob } from '../run/transcode.job.ts'
import { storyboardJob } from '../storyboard/storyboard.job.ts'
import { isStoryboardWanted } from '../storyboard/storyboard-wanted.ts'
import { countRecentUploads } from './owner-load.sql.ts'

/** Base of the queue's priorities, lower first (spec 05 §16). */
const priorities = { required: 100, optional: 10_000, storyboard: 95 } as const

export interface StartOptions {
  /** First run of a video, or of a replaced file: web videos that are not asked for go at the end. */
  isNewVideo: boolean
  /** An administrator's re-run: only these files, and nothing else is touched. */
  only?: 'hls' | 'web-video'
}

/** What a run begins with; found out before the transaction, because plugins are asked. */
export interface PreparedRun {
  source: TranscodingSource
  /** Or why nothing can be made of the source. */
  plan: VideoPlan | FpsError
  storyboard: boolean
}

export async function prepareRun(
  ctx: Context,
  video: VideoForTranscoding,
  options: StartOptions,
): Promise<PreparedRun | undefined> {
  const source = chooseSource(video)
  if (!source) return undefined
  const storyboard = options.only === undefined && isStoryboardWanted(ctx, video, source, { transcodes: true })
  try {
    const plan = planJobs(await planOptions(ctx, video, source, { only: options.only, storyboard }))
    return { source, plan, storyboard }
  } catch (error) {
    if (error instanceof FpsError) return { source, plan: error, storyboard: false }
    throw error
  }
}

/**
 * Queues the jobs of a run and sets the video's counter; the run before, if any, is superseded. Without anything to
 * make it only says so. The caller has set the state "to transcode".
 */
export async function startTranscoding(
  ctx: Context,
  tx: Tx,
  video: VideoForTranscoding,
  prepared: PreparedRun,
  options: StartOptions,
): Promise<'started' | 'nothing-to-do' | 'failed'> {
  const now = ctx.clock.now()
  const run: RunRef = { videoId: video.id, requestedAt: now }
  // Who starts a run at the same time waits here, and takes back what this one adds.
  const pending = await changePending(tx, video.id, 'pendingTranscode', 0, now)
  await changePending(tx, video.id, 'pendingTranscode', -pending, now)
  if (prepared.plan instanceof FpsError) {
    await recordUnplannable(ctx, tx, run, prepared.source, prepared.plan)
    return 'failed'
  }
  const { jobs, hasStoryboard } = prepared.plan
  await replaceRenditions(
    tx,
    run,
    jobs.flatMap((job) => job.renditions),
  )
  const load = options.only ? 0 : await countRecentUploads(tx, video.ownerAccountId, now)
  let parent: number | undefined
  for (const { part, type, resolution, fps, renditions } of jobs) {
    const transcodingPriority = part === 0 && !options.only ? 'required' : 'optional'
    const id = await ctx.jobs.add(
      tx,
      transcodeJob,
      {
        type,
        videoUUID: video.uuid,
        isNewVideo: options.isNewVideo,
        canMoveVideoState: part === 0 || jobs.length === 1,
        transcodingPriority,
        resolution,
        fps,
        transcodingRequestAt: now.toISOString(),
        deleteWebVideoFiles: options.only === undefined,
        ...(options.only ? { only: options.only } : {}),
        part,
        renditions: renditions.map(({ name, ...rest }) => ({ name, resolution: rest.resolution, fps: rest.fps })),
        storyboard: prepared.storyboard,
      },
      { priority: priorities[transcodingPriority] + load, ...(parent === undefined ? {} : { parent }) },
    )
    parent ??= id
  }
  await changePending(tx, video.id, 'pendingTranscode', jobs.length, now)
  if (prepared.storyboard && !hasStoryboard && !prepared.source.probe.isAudioFile)
    await addStoryboardJob(ctx, tx, video, load)
  return jobs.length > 0 ? 'started' : 'nothing-to-do'
}

export async function addStoryboardJob(
  ctx: Context,
  tx: Tx,
  video: Pick<VideoForTranscoding, 'uuid'>,
  load: number,
): Promise<void> {
  await ctx.jobs.add(
    tx,
    storyboardJob,
    { videoUUID: video.uuid, federate: false },
    { priority: priorities.storyboard + load, key: video.uuid },
  )
}

async function recordUnplannable(
  ctx: Context,
  tx: Tx,
  run: RunRef,
  { file }: TranscodingSource,
  error: FpsError,
): Promise<void> {
  await replaceRenditions(tx, run, [{ name: 'source', resolution: file.resolution, fps: file.fps, part: 0 }])
  await markRenditionsFailed(tx, run, 0, error.message)
  await setVideoState(ctx, tx, run.videoId, VideoState.TRANSCODING_FAILED)
  ctx.log.warn({ videoId: run.videoId, err: error }, 'The video cannot be transcoded')
}
