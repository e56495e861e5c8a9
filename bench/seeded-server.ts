import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, mkdtemp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../apps/server/src/foundation/db/database.ts'
import { openDatabase } from '../apps/server/src/foundation/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/foundation/db/embedded-postgres.ts'
import { seedComments } from '../apps/server/src/features/comments/testing/seed-comments.sql.ts'
import { indexPendingVideos } from '../apps/server/src/features/search/index/index-videos.sql.ts'
import { seedRemoteVideos, vacuum } from '../apps/server/src/features/videos/testing/seed-remote-videos.sql.ts'
import { seedSubscriptions } from '../apps/server/src/features/videos/testing/seed-subscriptions.sql.ts'
import { seedVideos } from '../apps/server/src/features/videos/testing/seed-videos.sql.ts'
import { withoutIndexes } from '../apps/server/src/features/videos/testing/without-indexes.sql.ts'
import { removeData, startRealServer, type RealServer } from '../tests/support/real-server.ts'

const unlimited = { window: 10_000, max: 100_000_000 }

const settings = {
  rates_limit: { api: unlimited, client: unlimited, login: unlimited },
  transcoding: {
    resolutions: { '240p': true, '360p': true, '480p': true, '720p': true, '1080p': true },
    concurrency: 1,
  },
}

export interface SeedOptions {
  /** Most videos are other servers', whom the instance follows; root subscribes to a hundred channels. */
  federated?: boolean
  /** Folder where the data of every size stay and are used again; else they are thrown away. */
  keep?: string | undefined
  report?: (line: string) => void
}

export interface SeededServer {
  server: RealServer
  /** Of 59 kB. */
  fileUrl: string
  /** s that the videos took to be written and read into the search's index, also when an earlier run did it. */
  seeding: number
  /** Stops the server; its data go unless they are kept. */
  end(): Promise<void>
}

/** Of data that are complete. Addresses of local videos name the port. */
interface Seeding {
  port: number
  seconds: number
}

/** Beside the data of a server, so that no backup or command of the server meets it. */
const seedingFile = 'seeding.json'

/** ms that a server may take to start: kept data may have to be migrated. */
const patience = 600_000

/** Videos that one transaction reads into the search's index. */
const indexBatch = 5000

/** The server's own settings are for machines with little memory; these only fill the tables. */
const fillingSettings = "shared_buffers = '1GB'\nmaintenance_work_mem = '512MB'\nautovacuum = off\n"

/** A server of our own with so many videos. */
export async function startSeededServer(videos: number, options: SeedOptions = {}): Promise<SeededServer> {
  const { federated = false, keep } = options
  const folder = keep
    ? join(keep, `${federated ? 'federated' : 'local'}-${videos}`)
    : await mkdtemp(join(tmpdir(), 'sepiola-bench-'))
  const data = join(folder, 'data')
  const { port, seconds } = (await findSeeding(folder)) ?? (await seed(folder, data, videos, options))
  await readThrough(join(data, 'database'))
  const server = await startRealServer({ data, port, settings, patience })
  return {
    server,
    fileUrl: `${server.url}/static/streaming-playlists/${fileKey}`,
    seeding: seconds,
    async end() {
      await server.stop()
      if (!keep) await removeData(folder)
    },
  }
}

async function findSeeding(folder: string): Promise<Seeding | undefined> {
  const text = await readFile(join(folder, seedingFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as Seeding)
}

const fileKey = 'hls/00000000-0000-4000-8000-000000000000/segment-0-fragmented.mp4'

/** Fills the system's cache: a disk would be measured else, and only where the data are large or have been kept. */
async function readThrough(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    await pipeline(createReadStream(join(entry.parentPath, entry.name), { highWaterMark: 2 ** 20 }), ignored())
  }
}

const ignored = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** What an earlier run left unfinished is begun anew. */
async function seed(
  folder: string,
  data: string,
  videos: number,
  { federated = false, report = () => {} }: SeedOptions,
): Promise<Seeding> {
  const started = performance.now()
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true })
  const first = await startRealServer({ data, settings, patience })
  await first.stop()
  const configuration = join(data, 'database/postgresql.conf')
  const usual = await readFile(configuration)
  await appendFile(configuration, fillingSettings)
  const postgres = await startEmbeddedPostgres({
    folder: join(data, 'database'),
    database: 'sepiola',
    durable: false,
  })
  const database = await openDatabase({ connection: postgres.connection })
  const { db } = database
  const local = federated ? Math.round(10 * Math.sqrt(videos)) : videos
  await withoutIndexes(db, async () => {
    await seedVideos(db, { videos: local, originUrl: first.url })
    await seedComments(db, { originUrl: first.url })
    if (videos > local) await seedRemoteVideos(db, { videos: videos - local, report })
    await seedSubscriptions(db, { username: 'root', channels: 100 })
    await indexAll(db, report)
  })
  report('indexes built')
  await vacuum(db)
  await database.close()
  await postgres.stop()
  await writeFile(configuration, usual)

  const file = join(data, 'storage/streaming-playlists', fileKey)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, randomBytes(59_000))
  const seeding = { port: first.port, seconds: (performance.now() - started) / 1000 }
  await writeFile(join(folder, `${seedingFile}.new`), JSON.stringify(seeding))
  await rename(join(folder, `${seedingFile}.new`), join(folder, seedingFile))
  return seeding
}

async function indexAll(db: Db, report: (line: string) => void): Promise<void> {
  for (let taken = 1, total = 0; taken > 0; total += taken) {
    taken = await indexPendingVideos(db, indexBatch)
    if (total % (10 * indexBatch) === 0) report(`${total.toLocaleString('en')} videos in the search's index`)
  }
}
