import { extname } from 'node:path'
import { actorImagePath, type ActorImageRow } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import type { StoredPicture } from './library-rows.sql.ts'

/** A stored file that comes into the archive. */
export interface ArchivedFile {
  /** In the archive. */
  path: string
  area: StorageArea
  key: string
}

/** How JSON files in `peertube/` name a file of the archive (spec 02 §4.1). */
export function fromJson(file: { path: string } | undefined): string | null {
  return file ? `../${file.path}` : null
}

const isoDate = (date: string) => new Date(date).toISOString()

/** `ImageExportJSON` of an avatar or banner. */
export function actorImageExport(origin: Origin, image: ActorImageRow) {
  const { width, height } = image
  const url = origin.url + actorImagePath(image)
  return { width, height, url, createdAt: isoDate(image.createdAt), updatedAt: isoDate(image.updatedAt) }
}

export function thumbnailUrl(origin: Origin, { filename }: { filename: string }): string {
  return `${origin.url}/lazy-static/thumbnails/${filename}`
}

/** `ImageExportJSON` of a picture of a video or playlist. */
export function thumbnailExport(origin: Origin, picture: StoredPicture) {
  const { width, height } = picture
  const url = thumbnailUrl(origin, picture)
  return { width, height, url, createdAt: isoDate(picture.createdAt), updatedAt: isoDate(picture.updatedAt) }
}

/** The largest one; pictures come largest first. */
export function archivedPicture(
  pictures: readonly { filename: string }[],
  { folder, name, area }: { folder: string; name: string; area: StorageArea },
): ArchivedFile | undefined {
  const [largest] = pictures
  return largest && { path: `${folder}/${name}${extname(largest.filename)}`, area, key: largest.filename }
}
