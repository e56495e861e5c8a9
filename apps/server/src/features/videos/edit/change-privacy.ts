import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { refreshInfohashes } from '../files/refresh-addresses.ts'
import { isInPrivateFolder } from '../files/video-file-keys.ts'
import { videoPrivacyChanged } from '../videos.events.ts'
import { movePrivateFilesJob } from './move-private-files.job.ts'
import { becomesListed } from './plan-update.ts'

interface PrivacyChange {
  video: { id: number; uuid: string }
  from: number
  to: number
}

/**
 * Follow-ups of a changed `privacy` column: files that must cross into or out of `private/` are moved after the
 * transaction, the swarm ids follow the new playlist URL. Returns whether files move.
 */
export async function followPrivacyChange(ctx: Context, tx: Tx, change: PrivacyChange): Promise<boolean> {
  const { video, from, to } = change
  if (from === to) return false
  await ctx.events.publish(tx, videoPrivacyChanged, { videoId: video.id, from, to, firstTime: becomesListed(from, to) })
  if (isInPrivateFolder({ privacy: from }) === isInPrivateFolder({ privacy: to })) return false
  await refreshInfohashes(ctx, tx, { id: video.id, uuid: video.uuid, privacy: to })
  await ctx.jobs.add(tx, movePrivateFilesJob, { videoId: video.id })
  return true
}
