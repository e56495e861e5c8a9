import { createHash, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import bencode from 'bencode'
import createTorrent from 'create-torrent'
import type { Context } from '#foundation/context.ts'
import type { Origin } from '#foundation/origin.ts'
import { removeLater } from '../files/save-files.ts'
import { updateFile } from '../files/files.sql.ts'
import { hlsKey, isInPrivateFolder, webVideoKey } from '../files/video-file-keys.ts'
import { hlsUrl, webVideoUrl } from '../files/video-file-urls.ts'
import { findTorrentFile, type TorrentFile } from './torrent.sql.ts'

/** Characters that file systems refuse. */
const forbidden = /[/\\?%*:|"<>]/g

/** What a torrent says besides its pieces (spec 05 §20). */
export function describeTorrent(origin: Pick<Origin, 'url' | 'webSocketUrl'>, file: TorrentFile) {
  const { video, filename } = file
  const url = file.isHls ? hlsUrl(origin, video, filename) : webVideoUrl(origin, video, filename)
  return {
    name: `${video.name} ${file.resolution}p${file.extname}`.replaceAll(forbidden, '-'),
    createdBy: 'PeerTube',
    announceList: [[`${origin.webSocketUrl}/tracker/socket`], [`${origin.url}/tracker/announce`]],
    urlList: isInPrivateFolder(video) ? [] : [url],
  }
}

/**
 * Writes the torrent of a file, with the old one's pieces where there is one; a new name each time. A file that went
 * meanwhile has none.
 */
export async function writeTorrent(ctx: Context, fileId: number): Promise<void> {
  const file = await findTorrentFile(ctx.db, fileId)
  if (!file) return
  const torrent = (await rewriteTorrent(ctx, file)) ?? (await hashFile(ctx, file))
  if (!torrent) return
  const info = bencode.encode(bencode.decode(torrent).info)
  const infoHash = createHash('sha1').update(info).digest('hex')
  const torrentFilename = `${randomUUID()}-${file.resolution}${file.isHls ? '-hls' : ''}.torrent`
  await ctx.storage.write('torrents', torrentFilename, Buffer.from(torrent))
  const saved = await ctx.db.transaction().execute(async (tx) => {
    if (!(await findTorrentFile(tx, fileId))) return false
    await updateFile(tx, fileId, { torrentFilename, infoHash, updatedAt: ctx.clock.now() })
    if (file.torrentFilename) await removeLater(ctx, tx, [{ area: 'torrents', key: file.torrentFilename }])
    return true
  })
  if (!saved) await ctx.storage.remove('torrents', torrentFilename)
}

/** Undefined when there is no earlier torrent. */
async function rewriteTorrent(ctx: Context, file: TorrentFile): Promise<Uint8Array | undefined> {
  if (!file.torrentFilename || !(await ctx.storage.stat('torrents', file.torrentFilename))) return undefined
  const before = bencode.decode(await buffer(await ctx.storage.read('torrents', file.torrentFilename)))
  const { name, createdBy, announceList, urlList } = describeTorrent(ctx.origin, file)
  return bencode.encode({
    ...before,
    announce: announceList[0]![0],
    'announce-list': announceList,
    'created by': createdBy,
    'creation date': Math.floor(ctx.clock.now().getTime() / 1000),
    'url-list': urlList,
    info: { ...before.info, name },
  })
}

/** Undefined when the file went meanwhile. */
async function hashFile(ctx: Context, file: TorrentFile): Promise<Uint8Array | undefined> {
  const area = file.isHls ? 'streaming_playlists' : 'web_videos'
  const key = file.isHls ? hlsKey(file.video, file.filename) : webVideoKey(file.video, file.filename)
  if (!(await ctx.storage.stat(area, key))) return undefined
  return ctx.storage.withLocalFile(area, key, (path) =>
    promisify(createTorrent)(path, describeTorrent(ctx.origin, file)),
  )
}
