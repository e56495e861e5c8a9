import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import type { UploadAttributes } from './upload-attributes.ts'
import { deleteSession, findStaleSessions, saveSession, type UploadSession } from './upload-session.sql.ts'

/** Below the area `tmp`; kept over restarts. */
const folder = 'resumable-uploads'

/** What a session keeps of its request. */
export interface StoredAttributes {
  body: UploadAttributes
  /** Extension, with dot, of an image that came with it. */
  image?: string | undefined
}

const safeExtension = (filename: string) =>
  extname(filename)
    .toLowerCase()
    .replaceAll(/[^.a-z0-9]/g, '')
    .slice(0, 12)

type Identified = Pick<UploadSession, 'id' | 'userId' | 'filename'>

/** Where the bytes of an upload gather (spec 03 §3.3: user, id and extension). */
export function partialPath(ctx: Context, { id, userId, filename }: Identified): string {
  return ctx.storage.localPath('tmp', `${folder}/${userId}-${id}${safeExtension(filename)}`)
}

export function imagePath(ctx: Context, session: Identified, extension: string): string {
  return ctx.storage.localPath(
    'tmp',
    `${folder}/${session.userId}-${session.id}-image${safeExtension(`x${extension}`)}`,
  )
}

/** `previewfile` wins over `thumbnailfile` (spec 05 §3). */
export function sentImage(files: Readonly<Record<string, ReceivedFile | undefined>>): ReceivedFile | undefined {
  return files.previewfile ?? files.thumbnailfile
}

export async function keepImage(ctx: Context, session: Identified, image: ReceivedFile): Promise<string> {
  const extension = safeExtension(image.filename)
  const target = imagePath(ctx, session, extension)
  await mkdir(dirname(target), { recursive: true })
  await rename(image.path, target)
  return extension
}

/** A session for a file that came in one request, so that a crash leaves nothing unknown behind. */
export async function openSingleSession(
  ctx: Context,
  viewer: Viewer,
  body: UploadAttributes,
  file: ReceivedFile,
): Promise<string> {
  const id = `single-${randomUUID()}`
  const { filename, mimeType, size } = file
  const attributes: StoredAttributes = { body }
  await saveSession(ctx.db, { id, userId: viewer.userId, attributes, filename, mimeType, size }, ctx.clock.now())
  return id
}

/** Forgets an upload with all that came of it, unless it became a video: then only its temporary files go. */
export async function discardUpload(ctx: Context, id: string): Promise<void> {
  const session = await deleteSession(ctx.db, id)
  if (session) await removeFiles(ctx, session)
}

export async function removeTemporaryFiles(ctx: Context, session: UploadSession): Promise<void> {
  const { image } = session.attributes as StoredAttributes
  await rm(partialPath(ctx, session), { force: true })
  if (image !== undefined) await rm(imagePath(ctx, session, image), { force: true })
}

async function removeFiles(ctx: Context, session: UploadSession): Promise<void> {
  await removeTemporaryFiles(ctx, session)
  if (session.videoId !== null) return
  for (const { area, key } of session.createdKeys) await ctx.storage.remove(area, key)
}

/** ms without a chunk after which an upload is given up. */
const staleAfter = 3_600_000

/** Removes uploads that nobody goes on with, and files that no session knows (spec 03 §3.3 "Cleanup"). */
export async function removeStaleUploads(ctx: Context, isBusy: (id: string) => boolean): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - staleAfter)
  for (const session of await findStaleSessions(ctx.db, before)) {
    if (!isBusy(session.id)) await discardUpload(ctx, session.id)
  }
  await removeUnknownFiles(ctx, new Date(before.getTime() - staleAfter))
}

async function removeUnknownFiles(ctx: Context, before: Date): Promise<void> {
  const root = ctx.storage.localPath('tmp', folder)
  const names = await readdir(root).catch(() => [])
  for (const name of names) {
    const path = join(root, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtime < before) await rm(path, { force: true, recursive: true })
  }
}
