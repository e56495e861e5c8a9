import { signIn } from '../tests/support/api.ts'
import { seedWords } from '../apps/server/src/features/videos/testing/seed-words.ts'
import { measureInTurns, type Series, type SeriesFigures } from './distinct.ts'
import { startSeededServer, type SeededServer } from './seeded-server.ts'
import { findVideo } from './targets.ts'

export interface GrowthFigures {
  videos: number
  /** s that the videos took to be written and read into the search's index. */
  seeding: number
  figures: SeriesFigures[]
}

/** Requests of a series; the first of every ten are asked before, unmeasured, so that caches of the database are filled. */
const requests = 300

/** Clients at one time: few, so that times are those of the answers and not of waiting for a processor. */
const connections = 2

/** Requests that one server gets before the next has its turn. */
const inTurn = 15

/**
 * The same questions to servers with so many videos, most of them of other servers, side by side. No answer can be sent
 * twice. `report` gets a line per step; `keep`: folder where the data stay and are used again; `only`: what the names of
 * the series asked hold.
 */
export async function measureGrowth(
  sizes: readonly number[],
  { keep, only, report }: { keep: string | undefined; only: string; report: (line: string) => void },
): Promise<GrowthFigures[]> {
  const seeded: SeededServer[] = []
  try {
    for (const videos of sizes) {
      const one = await startSeededServer(videos, { federated: true, keep, report })
      seeded.push(one)
      report(`${videos.toLocaleString('en')} videos in ${Math.round(one.seeding)} s`)
    }
    const results = sizes.map((videos, index) => ({
      videos,
      seeding: seeded[index]!.seeding,
      figures: [] as SeriesFigures[],
    }))
    const asked = await Promise.all(
      seeded.map(async ({ server }) => (await findSeries(server.url)).filter(({ name }) => name.includes(only))),
    )
    for (const index of asked[0]?.keys() ?? []) {
      const every = (wanted: (position: number) => boolean) =>
        seeded.map(({ server }, of) => {
          const series = asked[of]![index]!
          return {
            series: { ...series, paths: series.paths.filter((_, position) => wanted(position)) },
            options: { origin: server.url, pid: server.pid, connections },
          }
        })
      // Other questions of the same kind.
      await measureInTurns(
        every((position) => position % 10 === 0),
        inTurn,
      )
      const figures = await measureInTurns(
        every((position) => position % 10 > 0),
        inTurn,
      )
      for (const [of, result] of results.entries()) result.figures.push(figures[of]!)
    }
    return results
  } finally {
    for (const { end } of seeded) await end()
  }
}

export async function findSeries(origin: string): Promise<Series[]> {
  const root = await signIn(origin)
  const headers = { authorization: `Bearer ${root.token}` }
  const video = await findVideo(origin)
  const some = (path: (index: number) => string) => Array.from({ length: requests }, (_, index) => path(index))
  const pages = (path: string) => some((index) => `${path}${path.includes('?') ? '&' : '?'}count=15&start=${index * 2}`)
  const word = (index: number) => seedWords[index % seedWords.length]!
  const listed = (await root.get('/api/v1/videos?count=100&start=300')).data as { uuid: string; channel: any }[]
  const channels = [...new Set(listed.map(({ channel }) => `${channel.name}@${channel.host}`))]
  const one = <T>(values: readonly T[], index: number) => values[index % values.length]!

  return [
    { name: 'list', paths: pages('/api/v1/videos') },
    { name: 'list, page 600', paths: some((index) => `/api/v1/videos?count=15&start=${9000 + index}`) },
    { name: 'list by views', paths: pages('/api/v1/videos?sort=-views') },
    { name: 'list, trending', paths: pages('/api/v1/videos?sort=-trending') },
    { name: 'list, hot', paths: pages('/api/v1/videos?sort=-hot') },
    { name: 'list, best of a user', paths: pages('/api/v1/videos?sort=-best'), headers },
    { name: 'list of local videos', paths: pages('/api/v1/videos?isLocal=true') },
    {
      name: 'channel',
      paths: some((i) => `/api/v1/video-channels/${one(channels, i)}/videos?start=${i % 7}&count=15`),
    },
    { name: 'subscriptions', paths: pages('/api/v1/users/me/subscriptions/videos'), headers },
    { name: 'search, one word', paths: some((i) => `/api/v1/search/videos?search=${word(i)}&count=15`) },
    {
      name: 'search, two words',
      paths: some((i) => `/api/v1/search/videos?search=${word(i)}%20${word(i * 7 + 3)}&count=15`),
    },
    {
      name: 'search, newest first',
      paths: some((i) => `/api/v1/search/videos?search=${word(i)}&sort=-publishedAt&count=15`),
    },
    { name: 'details', paths: some((i) => `/api/v1/videos/${one(listed, i).uuid}?n=${i}`) },
    { name: 'comment threads', paths: some((i) => `/api/v1/videos/${video.uuid}/comment-threads?count=15&start=${i}`) },
    { name: 'config', paths: some((i) => `/api/v1/config?n=${i}`) },
    // Last: their totals are counted beside the answers, and would be measured with what follows.
    { name: 'list of a category', paths: some((i) => `/api/v1/videos?categoryOneOf=${1 + (i % 18)}&start=${i}`) },
    { name: 'list of a language', paths: pages('/api/v1/videos?languageOneOf=fr') },
    { name: 'list of a tag', paths: some((i) => `/api/v1/videos?tagsOneOf=${word(i)}&start=${i % 10}`) },
  ]
}
