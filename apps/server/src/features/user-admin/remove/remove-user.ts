import { removeFilesOfActors } from '#features/actor-images/public.ts'
import { discountFollows, reserveActor } from '#features/accounts/public.ts'
import { forgetUser } from '#features/sessions/public.ts'
import { discardUpload, recountComments, removeLater, removeVideo, videosChanged } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { accountDeleted } from '../user-admin.events.ts'
import {
  deleteUserRow,
  discountVotes,
  findCommentedVideoIds,
  findOwnActors,
  findOwnVideoIds,
  findPlaylistPictures,
  findUploadIds,
  lockChannels,
} from './remove-user.sql.ts'

/**
 * Deletes a user for good: account, channels, videos with their files, comments and follows; the names stay reserved
 * (spec 02 §1). Videos go in transactions of their own, so that a large account locks nothing for long; after a crash
 * in between the deletion is simply asked for again.
 */
export async function removeUser(ctx: Context, userId: number): Promise<void> {
  const own = await findOwnActors(ctx.db, userId)
  if (!own) throw new Error(`User ${userId} has no account`)
  for (const uploadId of await findUploadIds(ctx.db, userId)) await discardUpload(ctx, uploadId)
  for (const videoId of await findOwnVideoIds(ctx.db, own.accountId)) {
    await ctx.db.transaction().execute((tx) => removeVideo(ctx, tx, videoId, own.accountId))
  }
  await ctx.db.transaction().execute(async (tx) => {
    await lockChannels(tx, own.accountId)
    const actors = await findOwnActors(tx, userId)
    // Somebody else was faster.
    if (!actors) return
    for (const videoId of await findOwnVideoIds(tx, own.accountId)) await removeVideo(ctx, tx, videoId, own.accountId)
    const actorIds = [actors.actorId, ...actors.channels.map((channel) => channel.actorId)]
    await removeFilesOfActors(ctx, tx, actorIds)
    const pictures = await findPlaylistPictures(tx, own.accountId)
    await removeLater(
      ctx,
      tx,
      pictures.map((key) => ({ area: 'thumbnails' as const, key })),
    )
    for (const actorId of actorIds) await reserveActor(tx, actorId, ctx.clock.now())
    await discountVotes(tx, own.accountId)
    await discountFollows(tx, actorIds)
    const commented = await findCommentedVideoIds(tx, own.accountId)
    await deleteUserRow(tx, userId)
    await recountComments(tx, commented)
    await ctx.events.publish(tx, accountDeleted, { userId, ...actors })
  })
  videosChanged(ctx)
  await forgetUser(ctx, userId)
}
