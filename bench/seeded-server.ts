import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../apps/server/src/foundation/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/foundation/db/embedded-postgres.ts'
import { seedComments } from '../apps/server/src/features/comments/testing/seed-comments.sql.ts'
import { indexPendingVideos } from '../apps/server/src/features/search/index/index-videos.sql.ts'
import { seedRemoteVideos, vacuum } from '../apps/server/src/features/videos/testing/seed-remote-videos.sql.ts'
import { seedSubscriptions } from '../apps/server/src/features/videos/testing/seed-subscriptions.sql.ts'
import { seedVideos } from '../apps/server/src/features/videos/testing/seed-videos.sql.ts'
import { startRealServer, type RealServer } from '../tests/support/real-server.ts'

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
  report?: (line: string) => void
}

/** Videos that one transaction reads into the search's index. */
const indexBatch = 5000

/** A server of our own with so many videos, on data that is thrown away. */
export async function startSeededServer(
  videos: number,
  { federated = false, report = () => {} }: SeedOptions = {},
): Promise<{ server: RealServer; fileUrl: string }> {
  const data = await mkdtemp(join(tmpdir(), 'sepiola-bench-'))
  const first = await startRealServer({ data, settings })
  await first.stop()
  const postgres = await startEmbeddedPostgres({ folder: join(data, 'database'), database: 'sepiola' })
  const database = await openDatabase({ connection: postgres.connection })
  const { db } = database
  const local = federated ? Math.round(10 * Math.sqrt(videos)) : videos
  await seedVideos(db, { videos: local, originUrl: first.url })
  await seedComments(db, { originUrl: first.url })
  if (videos > local) await seedRemoteVideos(db, { videos: videos - local, report })
  await seedSubscriptions(db, { username: 'root', channels: 100 })
  while ((await indexPendingVideos(db, indexBatch)) > 0);
  await vacuum(db)
  await database.close()
  await postgres.stop()

  const key = 'hls/00000000-0000-4000-8000-000000000000/segment-0-fragmented.mp4'
  const file = join(data, 'storage/streaming-playlists', key)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, randomBytes(59_000))
  const server = await startRealServer({ data, port: first.port, settings })
  return { server, fileUrl: `${server.url}/static/streaming-playlists/${key}` }
}
