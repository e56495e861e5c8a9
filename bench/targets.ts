import type { Target } from './load.ts'

/** The same requests for any server of this API; what they name is found by asking it. */
export async function findTargets(origin: string, fileUrl: string | undefined): Promise<Target[]> {
  const get = async (path: string) => (await fetch(origin + path)).json() as Promise<any>
  const { data, total } = await get('/api/v1/videos?count=1')
  if (total === 0) throw new Error(`${origin} has no public video`)
  const video = data[0]
  const file = fileUrl ?? (await findFile(get, video.uuid))
  const page600 = Math.max(0, Math.min(9000, total - 15))
  return [
    { name: 'list', path: '/api/v1/videos?count=15' },
    { name: 'list, page 600', path: `/api/v1/videos?count=15&start=${page600}` },
    { name: 'list by views', path: '/api/v1/videos?count=15&sort=-views' },
    { name: 'channel list', path: `/api/v1/video-channels/${video.channel.name}/videos` },
    { name: 'details', path: `/api/v1/videos/${video.uuid}` },
    { name: 'comment threads', path: `/api/v1/videos/${video.uuid}/comment-threads?count=100` },
    { name: 'config', path: '/api/v1/config' },
    { name: 'home page', path: '/', headers: { accept: 'text/html' } },
    { name: 'watch page', path: `/w/${video.shortUUID}`, headers: { accept: 'text/html' } },
    ...(file
      ? [
          { name: 'file of 59 kB', path: new URL(file).pathname },
          { name: 'range of 1 kB', path: new URL(file).pathname, headers: { range: 'bytes=0-1023' } },
        ]
      : []),
  ]
}

async function findFile(get: (path: string) => Promise<any>, uuid: string): Promise<string | undefined> {
  const video = await get(`/api/v1/videos/${uuid}`)
  return video.streamingPlaylists?.[0]?.files?.at(-1)?.fileUrl
}

/** Different pages of one list, one after another: what a cache of answers cannot help. */
export function distinctPages(total: number): Target[] {
  const step = 15
  const pages = Math.max(1, Math.floor((total - step) / step))
  return Array.from({ length: Math.min(pages, 600) }, (_, page) => ({
    name: `page ${page}`,
    path: `/api/v1/videos?count=${step}&start=${page * step}`,
  }))
}
