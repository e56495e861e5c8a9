import type { Target } from './load.ts'

/**
 * What is asked of a server; `file`: the full URL of a file of about 59 kB, when one is known; `token`: of a user with
 * subscriptions.
 */
export async function findTargets(
  origin: string,
  file: string | undefined,
  token: string | undefined,
): Promise<Target[]> {
  const video = await findVideo(origin)
  const page600 = Math.max(0, Math.min(9000, (await countVideos(origin)) - 15))
  const path = file && new URL(file).pathname
  const targets: Target[] = [
    { name: 'list', path: '/api/v1/videos?count=15' },
    { name: 'list, page 600', path: `/api/v1/videos?count=15&start=${page600}` },
    { name: 'list by views', path: '/api/v1/videos?count=15&sort=-views' },
    { name: 'channel list', path: `/api/v1/video-channels/${video.channel.name}/videos` },
    { name: 'search', path: '/api/v1/search/videos?search=river' },
    ...(token
      ? [
          {
            name: 'subscriptions',
            path: '/api/v1/users/me/subscriptions/videos?count=15',
            headers: { authorization: `Bearer ${token}` },
          },
        ]
      : []),
    { name: 'details', path: `/api/v1/videos/${video.uuid}` },
    { name: 'comment threads', path: `/api/v1/videos/${video.uuid}/comment-threads?count=100` },
    { name: 'config', path: '/api/v1/config' },
    { name: 'home page', path: '/', headers: { accept: 'text/html' } },
    { name: 'watch page', path: `/w/${video.shortUUID}`, headers: { accept: 'text/html' } },
    ...(path
      ? [
          { name: 'file of 59 kB', path },
          { name: 'range of 1 kB', path, headers: { range: 'bytes=0-1023' } },
        ]
      : []),
  ]
  for (const target of targets) await checkTarget(origin, target)
  return targets
}

/** Of this server, so that its name has no host; the one with the most comments. */
export async function findVideo(
  origin: string,
): Promise<{ uuid: string; shortUUID: string; channel: { name: string } }> {
  const { data } = (await ask(origin, '/api/v1/videos?count=1&isLocal=true&sort=-comments')) as { data: any[] }
  if (data.length === 0) throw new Error(`${origin} has no public video of its own`)
  return data[0]
}

export async function countVideos(origin: string): Promise<number> {
  const { total } = (await ask(origin, '/api/v1/videos?count=1')) as { total: number }
  return total
}

async function ask(origin: string, path: string): Promise<unknown> {
  const answer = await fetch(origin + path)
  if (answer.status !== 200) throw new Error(`${origin}${path} answers ${answer.status}`)
  return answer.json()
}

/** An error is answered quickly, too: nothing is measured that does not work. */
async function checkTarget(origin: string, { name, path, headers = {} }: Target): Promise<void> {
  const answer = await fetch(origin + path, { headers })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${name}: ${origin}${path} answers ${answer.status}`)
}

/** Different pages of one list, one after another: what a cache of answers cannot help. */
export function distinctPages(total: number): string[] {
  const step = 15
  const pages = Math.max(1, Math.floor((total - step) / step))
  return Array.from({ length: Math.min(pages, 600) }, (_, page) => `/api/v1/videos?count=${step}&start=${page * step}`)
}
