import type { Command } from 'commander'
import type { Context } from '#foundation/context.ts'
import { findVideoForTranscoding, type VideoForTranscoding } from '#features/videos/public.ts'
import { CommandError, UsageError } from '../command-error.ts'
import { listLocalVideos } from './local-videos.sql.ts'

export interface VideoChoice {
  video?: string
  all?: true
}

export function addVideoOptions(command: Command): Command {
  return command.option('-v, --video <uuid>', 'one video').option('-a, --all', 'all videos of this server')
}

/** The uuids of what was chosen. Throws when nothing was, when it does not exist or is of another server. */
export async function chooseVideos(ctx: Context, { video, all }: VideoChoice): Promise<string[]> {
  if ((video === undefined) === (all === undefined)) throw new UsageError('Give either --video UUID or --all.')
  const known = await listLocalVideos(ctx.db)
  if (video === undefined) return known.map(({ uuid }) => uuid)
  if (known.some(({ uuid }) => uuid === video)) return [video]
  throw new CommandError(`This server has no video ${video} of its own (lives do not count).`)
}

/** Undefined when it was deleted meanwhile. */
export async function findChosenVideo(ctx: Context, uuid: string): Promise<VideoForTranscoding | undefined> {
  return findVideoForTranscoding(ctx.db, { uuid })
}
