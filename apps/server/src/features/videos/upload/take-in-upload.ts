import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { storedExtension } from '@sepiola/media/mime.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import { readStreams } from '../files/file-streams.ts'
import type { NewVideoFile } from '../files/save-files.ts'
import { isInPrivateFolder, newWebVideoFilename, webVideoKey } from '../files/video-file-keys.ts'
import type { StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import { probeUpload, type CompleteFile } from './accept-file.ts'
import { makeThumbnails } from './make-thumbnails.ts'
import { recordCreatedKeys, type CreatedKey, type UploadSession } from './upload-session.sql.ts'

export interface UploadToTakeIn {
  session: UploadSession
  /** The whole file, unless an earlier try moved it into the storage already. */
  path: string
  /** Of the video that gets the file. */
  privacy: number
  /** Plugins may refuse the file: throws then. */
  accept: (file: CompleteFile) => Promise<void>
  /** Made of the image, else of the video; undefined = none are wanted. */
  pictures: { imagePath: string | undefined } | undefined
}

export interface TakenIn {
  probe: MediaProbe
  thumbnails: StoredThumbnail[]
  /** In whose folder it lies: an earlier try may have put it there, before the privacy was changed. */
  privacy: number
  /** Row of the web video, but for whose it is. */
  file: Omit<NewVideoFile, 'videoId'>
}

/**
 * Examines a complete upload and puts it into its place as a web video. What is made is known to the session before,
 * so that a crash leaves nothing unknown behind, and a second try goes on.
 * Errors: 422 unreadable, 400 image, and those of `accept`.
 */
export async function takeInUpload(ctx: Context, upload: UploadToTakeIn): Promise<TakenIn> {
  const { session } = upload
  const placed = await findPlacedFile(ctx, session)
  const { probe, thumbnails } = placed
    ? await ctx.storage.withLocalFile(placed.area, placed.key, (path) => examine(ctx, upload, path))
    : await examine(ctx, upload, upload.path)
  const extname = storedExtension(session.mimeType, session.filename, ctx.settings.current.transcoding) ?? '.mp4'
  const filename = placed?.key.split('/').at(-1) ?? newWebVideoFilename(probe.resolution, extname)
  const key = placed?.key ?? webVideoKey(upload, filename)

  const created: CreatedKey[] = [{ area: 'web_videos', key }]
  created.push(...thumbnails.map((thumbnail): CreatedKey => ({ area: 'thumbnails', key: thumbnail.filename })))
  await recordCreatedKeys(ctx.db, session.id, created, ctx.clock.now())
  if (!placed) await ctx.storage.adopt('web_videos', key, upload.path)
  const { resolution, width, height, fps, streams, metadata } = probe
  const { size } = session
  return {
    probe,
    thumbnails,
    privacy: isInPrivateFolder(upload) === key.startsWith('private/') ? upload.privacy : otherFolder(upload),
    file: { resolution, width, height, size, fps, extname, filename, ...readStreams(streams), metadata },
  }
}

const otherFolder = (video: { privacy: number }) =>
  isInPrivateFolder(video) ? VideoPrivacy.PUBLIC : VideoPrivacy.PRIVATE

async function examine(
  ctx: Context,
  { session, accept, pictures }: UploadToTakeIn,
  path: string,
): Promise<{ probe: MediaProbe; thumbnails: StoredThumbnail[] }> {
  const probe = await probeUpload(ctx, path)
  await accept({ path, filename: session.filename, size: session.size })
  return { probe, thumbnails: pictures ? await makeThumbnails(ctx, probe, path, pictures.imagePath) : [] }
}

/** An earlier try may have been killed after it had put the file into its place. */
async function findPlacedFile(ctx: Context, session: UploadSession): Promise<CreatedKey | undefined> {
  const [file] = session.createdKeys
  if (!file) return undefined
  const stored = await ctx.storage.stat(file.area, file.key)
  return stored?.size === session.size ? file : undefined
}
