import { findChannelAccessById } from '#features/channels/public.ts'
import { findCaptions, saveCaption } from '#features/captions/public.ts'
import { findViewerOfUser } from '#features/sessions/public.ts'
import { remainingQuota, requireQuota } from '#features/users/public.ts'
import {
  attachImportedFile,
  discardUpload,
  findSession,
  requireRow,
  saveSession,
  type AccessRow,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { ImportRow } from '../imports.sql.ts'
import { fetchSubtitles } from '../remote/fetch-subtitles.ts'
import { fetchVideo, type FetchedVideo, type VideoFetch } from '../remote/fetch-video.ts'
import { RemoteVideoError } from '../remote/remote-video.ts'
import { fetchTorrent } from '../torrents/fetch-torrent.ts'

/** A plugin does not want the file. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
}

interface Run {
  signal: AbortSignal
  progress(percent: number): void
  /** In the transaction that gives the video its file. */
  also(tx: Tx): Promise<void>
}

/**
 * Fetches the file of an import into a folder of its own and attaches it to the video, within the quota of who owns the
 * channel. Captions of the other side come with it, as far as they can be had.
 * Throws what is wrong, for the person to read; ImportRefused.
 */
export async function takeInImport(ctx: Context, row: ImportRow, { signal, progress, also }: Run): Promise<void> {
  if (row.videoId === null || row.userId === null) throw new RemoteVideoError('The video was deleted.')
  const user = await findViewerOfUser(ctx.db, row.userId)
  if (!user) throw new RemoteVideoError('The account that imports is blocked.')
  const video = await requireRow(ctx, { id: row.videoId }, user)
  const channel = await findChannelAccessById(ctx.db, video.channelId, user.accountId)
  const owner = channel?.ownerUserId ?? null
  const maxBytes = owner === null ? Infinity : await remainingQuota(ctx, owner)
  const sessionId = `video-import-${row.id}`
  // What a run before this one left.
  await discardUpload(ctx, sessionId)
  try {
    await ctx.storage.withTemporaryFolder(async (folder) => {
      const file = await fetchFile(ctx, row, { folder, maxBytes, signal, onProgress: progress })
      if (owner !== null) await requireQuota(ctx, owner, file.size)
      // Before the video has its file: what is said in it is only written down where there are none.
      await addCaptions(ctx, row, video, signal)
      await attach(ctx, { row, user, video, sessionId, file, also })
    })
  } finally {
    await discardUpload(ctx, sessionId)
  }
}

function fetchFile(ctx: Context, row: ImportRow, fetch: VideoFetch): Promise<FetchedVideo> {
  const { targetUrl, magnetUri, payload } = row
  if (targetUrl !== null) return fetchVideo(ctx, targetUrl, fetch)
  if (magnetUri !== null) return fetchTorrent(ctx, magnetUri, fetch)
  const { torrentFile } = payload
  if (!torrentFile) throw new RemoteVideoError('The torrent of this import is gone.')
  return fetchTorrent(ctx, ctx.storage.localPath('tmp_persistent', torrentFile), fetch)
}

interface Attachment {
  row: ImportRow
  user: Viewer
  video: AccessRow
  sessionId: string
  file: FetchedVideo
  also(tx: Tx): Promise<void>
}

async function attach(ctx: Context, { row, user, video, sessionId, file, also }: Attachment): Promise<void> {
  const { path, filename, mimeType, size } = file
  const opened = { id: sessionId, userId: user.userId, attributes: {}, filename, mimeType, size }
  await saveSession(ctx.db, opened, ctx.clock.now())
  const session = (await findSession(ctx.db, sessionId))!
  const kind = row.targetUrl === null ? 'torrent' : 'url'
  const accept = async (videoFile: { path: string; filename: string; size: number }) => {
    const start: { accepted: boolean; errorMessage?: string } = { accepted: true }
    const params = { videoImport: row, video, videoFilePath: videoFile.path, videoFile, user }
    const verdict = await ctx.hooks.filter(`filter:api.video.post-import-${kind}.accept.result`, start, params)
    if (verdict?.accepted !== true) throw new ImportRefused(verdict?.errorMessage ?? 'Refused by a plugin.')
  }
  const { generateTranscription } = row.payload
  await attachImportedFile(ctx, video, { session, path, accept, generateTranscription }, also)
}

/** What goes wrong with them is no failure of the import. */
async function addCaptions(ctx: Context, row: ImportRow, video: AccessRow, signal: AbortSignal): Promise<void> {
  const { targetUrl, payload } = row
  if (targetUrl === null || payload.subtitles.length === 0) return
  try {
    const captions = await fetchSubtitles(ctx, targetUrl, { languages: payload.subtitles, signal })
    const known = new Set((await findCaptions(ctx.db, video.id)).map(({ language }) => language))
    for (const [language, vtt] of captions) {
      if (!known.has(language)) await saveCaption(ctx, video, { language, vtt, automaticallyGenerated: false }, null)
    }
  } catch (error) {
    ctx.log.warn({ err: error, videoId: video.id }, 'The captions of an imported video cannot be had')
  }
}
