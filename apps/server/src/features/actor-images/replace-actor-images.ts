import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { deleteActorImages, findActorImageFiles, insertActorImages } from './actor-images.sql.ts'
import { makeActorImages, removeStored } from './make-actor-images.ts'
import { removeImageFilesJob } from './remove-image-files.job.ts'

/**
 * Gives an actor another avatar or banner (`ActorImageType`) in all sizes. `also` runs in the transaction of the rows.
 * Throws 400 for a picture that cannot be decoded; `url` is that of the request.
 */
export async function replaceActorImages(
  ctx: Context,
  { actorId, type, file, url }: { actorId: number; type: number; file: ReceivedFile; url: string },
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const images = await makeActorImages(ctx, { file, type, url })
  try {
    await ctx.db.transaction().execute(async (tx) => {
      await removeActorImages(ctx, tx, { actorId, type })
      await insertActorImages(tx, { actorId, type, images, now: ctx.clock.now() })
      await also(tx)
    })
  } catch (error) {
    await removeStored(ctx, images)
    throw error
  }
}

/** The rows go with the transaction, the files after it. */
export async function removeActorImages(
  ctx: Context,
  tx: Tx,
  { actorId, type }: { actorId: number; type: number },
): Promise<void> {
  await removeFilesLater(ctx, tx, await deleteActorImages(tx, actorId, type))
}

/** To be called before actors are deleted, whose rows take those of their pictures with them. */
export async function removeFilesOfActors(ctx: Context, tx: Tx, actorIds: readonly number[]): Promise<void> {
  await removeFilesLater(ctx, tx, await findActorImageFiles(tx, actorIds))
}

async function removeFilesLater(ctx: Context, tx: Tx, filenames: string[]): Promise<void> {
  if (filenames.length > 0) await ctx.jobs.add(tx, removeImageFilesJob, { filenames })
}
