import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { UploadImageType } from '@sepiola/contract/enums.ts'
import { findInstanceActor } from '#features/instance/public.ts'
import { removeLater } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { checkSvg } from '#foundation/images/check-svg.ts'
import { refuseUndecodable } from '#foundation/images/refuse-undecodable.ts'
import { readImageSize, resizeImage } from '#foundation/images/resize-image.ts'
import { deleteLogos, insertLogo, type NewLogo } from './logos.sql.ts'

/** Pixels (spec 01 §11); without a width it follows from the height. */
const sizes: Readonly<Record<number, { width?: number; height: number }>> = {
  [UploadImageType.FAVICON]: { width: 32, height: 32 },
  [UploadImageType.HEADER_SQUARE]: { width: 48, height: 48 },
  [UploadImageType.HEADER_WIDE]: { height: 48 },
  [UploadImageType.OPENGRAPH]: { width: 1200, height: 650 },
}

/** In the area `uploads`. */
export function logoKey(filename: string): string {
  return `images/${filename}`
}

/**
 * Gives the instance another logo of a type (`UploadImageType`): SVG as it is, others in the size of their use. Throws
 * 400 for a picture that cannot be decoded or is more than a picture; `url` is that of the request.
 */
export async function replaceLogo(
  ctx: Context,
  { type, file, url }: { type: number; file: ReceivedFile; url: string },
): Promise<void> {
  const logo = await storeLogo(ctx, type, file).catch((error: unknown) => refuseUndecodable(error, file, url))
  try {
    await ctx.db.transaction().execute(async (tx) => {
      const { id: actorId } = await findInstanceActor(tx)
      await removeLogos(ctx, tx, actorId, type)
      await insertLogo(tx, { ...logo, actorId, type, now: ctx.clock.now() })
    })
  } catch (error) {
    await ctx.storage.remove('uploads', logoKey(logo.filename))
    throw error
  }
}

export async function removeLogo(ctx: Context, type: number): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => removeLogos(ctx, tx, (await findInstanceActor(tx)).id, type))
}

/** The rows go with the transaction, the files after it. */
async function removeLogos(ctx: Context, tx: Tx, actorId: number, type: number): Promise<void> {
  const filenames = await deleteLogos(tx, actorId, type)
  await removeLater(
    ctx,
    tx,
    filenames.map((filename) => ({ area: 'uploads' as const, key: logoKey(filename) })),
  )
}

async function storeLogo(ctx: Context, type: number, file: ReceivedFile): Promise<NewLogo> {
  const extension = extname(file.filename).toLowerCase()
  const filename = randomUUID() + extension
  if (extension === '.svg') {
    await checkSvg(await readFile(file.path, 'utf8'))
    await ctx.storage.adopt('uploads', logoKey(filename), file.path)
    return { filename, width: null, height: null }
  }
  return ctx.storage.withTemporaryFolder(async (folder) => {
    const destination = join(folder, filename)
    await resizeImage({ source: file.path, destination, size: sizes[type]!, whole: true })
    const { width, height } = await readImageSize(destination)
    await ctx.storage.adopt('uploads', logoKey(filename), destination)
    return { filename, width, height }
  })
}
