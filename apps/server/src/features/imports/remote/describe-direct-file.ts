import { extname } from 'node:path'
import { limits } from '@sepiola/contract/limits.ts'
import { acceptedExtensions, storedExtension } from '@sepiola/media/mime.ts'
import type { Context } from '#foundation/context.ts'
import { describeRemoteFile, type RemoteFile } from '#foundation/net/fetch-remote-file.ts'
import { PrivateAddressError } from '#foundation/net/public-address.ts'

/** What servers call files that they know nothing of. */
const unknownTypes = ['', 'application/octet-stream', 'binary/octet-stream']

/**
 * The file behind an address when it is one that could be uploaded as well, so that nothing else than fetching is
 * needed. Undefined: it is something else, or an administrator's proxy has to be asked, or it does not answer us.
 * Throws a PrivateAddressError.
 */
export async function describeDirectFile(
  ctx: Context,
  url: string,
  signal: AbortSignal,
): Promise<RemoteFile | undefined> {
  const { proxies, allow_private_addresses: allowPrivate } = ctx.settings.current.import.videos.http
  if ((proxies ?? []).length > 0) return undefined
  try {
    const file = await describeRemoteFile({ url, allowPrivate, signal })
    return directExtension(ctx, file) === undefined ? undefined : file
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof PrivateAddressError) throw error
    // A platform may refuse us and answer yt-dlp.
    ctx.log.debug({ err: error, url }, 'An address to import from does not answer')
    return undefined
  }
}

/** Extension, with dot, of a file that may be imported as it is. */
export function directExtension(ctx: Context, { mimeType, filename }: RemoteFile): string | undefined {
  const { transcoding } = ctx.settings.current
  if (!unknownTypes.includes(mimeType)) return storedExtension(mimeType, filename, transcoding)
  const extension = extname(filename).toLowerCase()
  return acceptedExtensions(transcoding).includes(extension) ? extension : undefined
}

/** `My%20holiday.mp4` → `My holiday` */
export function nameOfFile(filename: string): string | undefined {
  const name = filename
    .slice(0, filename.length - extname(filename).length)
    .replaceAll(/[_\s\0]+/g, ' ')
    .trim()
  return name.length < limits.videoName.min ? undefined : name.slice(0, limits.videoName.max).toWellFormed()
}
