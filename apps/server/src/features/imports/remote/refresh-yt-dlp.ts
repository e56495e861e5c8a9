import { chmod, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Context } from '#foundation/context.ts'
import type { Schedule } from '#foundation/feature.ts'
import { fetchRemoteFile } from '#foundation/net/fetch-remote-file.ts'

const day = 86_400_000
const mebi = 1024 * 1024

/** The parts of GitHub's description of releases that we use; the newest comes first. */
const release = z.object({
  published_at: z.iso.datetime({ offset: true }),
  assets: z.array(z.object({ name: z.string(), browser_download_url: z.url() })),
})
const releases = z.union([z.array(release), release.transform((one) => [one])])

/** Sites change, and yt-dlp with them: the newest release is kept in the storage's `bin` folder (spec 02 §10). */
export const refreshYtDlp: Schedule = {
  name: 'imports/refresh-yt-dlp',
  every: () => day,
  async run(ctx, signal) {
    const { http } = ctx.settings.current.import.videos
    if (!http.enabled || http.youtube_dl_release.url === '') return
    await fetchNewestYtDlp(ctx, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      ctx.log.warn({ err: error }, 'No newer yt-dlp can be had; the one that is there is used')
    })
  },
}

/** True when there was a newer one than what is kept. Throws when it cannot be had. */
export async function fetchNewestYtDlp(ctx: Context, signal: AbortSignal): Promise<boolean> {
  const { url, name } = ctx.settings.current.import.videos.http.youtube_dl_release
  const kept = ctx.storage.localPath('bin', name)
  const token = process.env.YOUTUBE_DL_DOWNLOAD_BEARER_TOKEN
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  // Addresses that an administrator wrote may lead anywhere.
  const ask = { allowPrivate: true, signal }
  return ctx.storage.withTemporaryFolder(async (folder) => {
    const list = join(folder, 'releases.json')
    await fetchRemoteFile({ ...ask, url, headers }, list, { maxBytes: 20 * mebi })
    const newest = releases.parse(JSON.parse(await readFile(list, 'utf8')))[0]
    const asset = newest?.assets.find((each) => each.name === name)
    if (!newest || !asset) throw new Error(`The newest release at ${url} has no file ${name}.`)
    const before = await stat(kept).catch(() => undefined)
    if (before && before.mtime >= new Date(newest.published_at)) return false
    await mkdir(dirname(kept), { recursive: true })
    const fetched = `${kept}.fetched`
    await fetchRemoteFile({ ...ask, url: asset.browser_download_url }, fetched, { maxBytes: 200 * mebi })
    await chmod(fetched, 0o755)
    await rename(fetched, kept)
    ctx.log.info({ published: newest.published_at }, `${name} was refreshed`)
    return true
  })
}
