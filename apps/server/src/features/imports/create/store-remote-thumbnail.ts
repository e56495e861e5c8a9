import { join } from 'node:path'
import { fileRules } from '@sepiola/contract/limits.ts'
import { storeThumbnails, type StoredThumbnail } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { fetchRemoteFile } from '#foundation/net/fetch-remote-file.ts'

/** ms */
const timeout = 20_000

/** The picture that the other side shows; none when it cannot be had, for then one is made of the video. */
export async function storeRemoteThumbnail(ctx: Context, url: string | undefined): Promise<StoredThumbnail[]> {
  const { proxies, allow_private_addresses: allowPrivate } = ctx.settings.current.import.videos.http
  if (url === undefined || (proxies ?? []).length > 0) return []
  try {
    return await ctx.storage.withTemporaryFolder(async (folder) => {
      const path = join(folder, 'thumbnail')
      const signal = AbortSignal.any([ctx.stopping, AbortSignal.timeout(timeout)])
      await fetchRemoteFile({ url, allowPrivate, signal }, path, { maxBytes: fileRules.videoImage.maxSize })
      return storeThumbnails(ctx, { path, extension: '.jpg', automaticallyGenerated: false })
    })
  } catch (error) {
    ctx.log.info({ err: error, url }, 'The thumbnail of an import cannot be had')
    return []
  }
}
