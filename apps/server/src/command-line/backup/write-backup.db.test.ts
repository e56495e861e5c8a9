import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { removeVideo } from '#features/videos/public.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { readArchive } from '#foundation/backup/archive-reader.ts'
import { locateDataFolder } from '#foundation/config/data-folder.ts'
import type { Connection } from '#foundation/db/connect.ts'
import { testClusterConnection } from '#foundation/db/test-cluster.ts'
import type { Storage } from '#foundation/storage/storage.ts'
import { writeBackup } from './write-backup.ts'

const folder = await mkdtemp(join(tmpdir(), 'sepiola-write-backup-'))
after(() => rm(folder, { recursive: true, force: true }))

describe('a backup under writes', () => {
  let server: TestServer
  let connection: Connection
  before(async () => {
    server = await startTestServer()
    const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(server.ctx.db)
    connection = { ...(await testClusterConnection()), database: rows[0]!.name }
  })
  after(() => server.close())

  /** `hooks`: what happens when a folder is listed for the n-th time, before the listing; or before a file is read. */
  async function backUp(name: string, hooks: Record<string, () => Promise<void>> = {}) {
    const counts = new Map<string, number>()
    const storage: Storage = {
      ...server.ctx.storage,
      list: async (area, prefix) => {
        counts.set(area, (counts.get(area) ?? 0) + 1)
        await hooks[`${area} ${counts.get(area)}`]?.()
        return server.ctx.storage.list(area, prefix)
      },
      read: async (area, key, range) => {
        await hooks[`read ${area}/${key}`]?.()
        return server.ctx.storage.read(area, key, range)
      },
    }
    const file = join(folder, name)
    const written = await writeBackup({
      connection,
      folder: locateDataFolder({ SEPIOLA_DATA: join(folder, 'data') }),
      storage,
      file,
      start: { version: '1.0.0', url: server.ctx.origin.url, content: 'everything' },
      expect: () => {},
      done: () => {},
    })
    const entries = new Map<string, string>()
    const end = await readArchive(file, {
      start: async () => {},
      entry: async (entry, _size, content) => void entries.set(entry, await text(content)),
    })
    return { written, entries, end, rounds: counts.get('thumbnails')! }
  }

  const remove = async (video: TestVideo) => {
    await server.ctx.db.transaction().execute((tx) => removeVideo(server.ctx, tx, video.id, null))
    await server.ctx.storage.remove('web_videos', video.webVideo)
    await server.ctx.storage.removeFolder('streaming_playlists', `hls/${video.uuid}`)
    await server.ctx.storage.remove('thumbnails', video.thumbnail)
  }
  const rowsOf = (entries: Map<string, string>, table: string) =>
    [...entries]
      .filter(([name]) => name.startsWith(`database/public.${table}/`))
      .map(([, rows]) => rows)
      .join('')

  test('what comes after the first listing is taken along, with its row', async () => {
    const late: TestVideo[] = []
    const { entries, written, rounds } = await backUp('late.tar.zst', {
      'redundancy 1': async () => void late.push(await makeTestVideo(server.ctx)),
    })
    const video = late[0]!
    assert.equal(entries.get(`storage/web_videos/${video.webVideo}`), video.webVideo)
    assert.ok(entries.has(`storage/streaming_playlists/hls/${video.uuid}/${video.master}`))
    assert.match(rowsOf(entries, 'video'), new RegExp(video.uuid))
    assert.deepEqual(
      written.lost.filter((name) => name.includes(video.uuid)),
      [],
    )
    assert.equal(rounds, 2)
  })

  test('what is deleted while the snapshot waits for it is left out of the rows too', async () => {
    const doomed: TestVideo[] = []
    const { entries, rounds } = await backUp('deleted.tar.zst', {
      'redundancy 1': async () => void doomed.push(await makeTestVideo(server.ctx)),
      // The first snapshot names it, and nobody has its files yet.
      'tmp_persistent 2': () => remove(doomed[0]!),
    })
    const video = doomed[0]!
    assert.equal(rounds, 3)
    assert.doesNotMatch(rowsOf(entries, 'video'), new RegExp(video.uuid))
    assert.ok(![...entries.keys()].some((name) => name.includes(video.webVideo)))
  })

  test('what is deleted after it was taken is named as gone', async () => {
    const video = await makeTestVideo(server.ctx)
    await server.ctx.storage.write('redundancy', 'read-last', 'a file')
    const { end, entries } = await backUp('gone.tar.zst', { 'read redundancy/read-last': () => remove(video) })
    assert.ok(entries.has(`storage/web_videos/${video.webVideo}`))
    assert.ok(end.gone.includes(`storage/web_videos/${video.webVideo}`))
    assert.doesNotMatch(rowsOf(entries, 'video'), new RegExp(video.uuid))
  })

  test('a file that was lost before is reported, and the rest is backed up', async () => {
    const video = await makeTestVideo(server.ctx)
    await server.ctx.storage.remove('web_videos', video.webVideo)
    const { written, entries } = await backUp('lost.tar.zst')
    assert.ok(written.lost.includes(`storage/web_videos/${video.webVideo}`))
    assert.match(rowsOf(entries, 'video'), new RegExp(video.uuid))
  })
})
