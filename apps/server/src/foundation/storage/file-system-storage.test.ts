import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { defaultSettings } from '../config/load-settings.ts'
import { createFileSystemStorage } from './file-system-storage.ts'
import { prepareStorage } from './prepare-storage.ts'

async function startStorage(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'sepiola-storage-'))
  t.after(() => rmSync(root, { recursive: true }))
  const folders = defaultSettings({}, { root }).storage
  await prepareStorage(folders)
  return { root, folders, storage: createFileSystemStorage(folders) }
}

test('what is written can be read, in parts too, listed and removed', async (t) => {
  const { storage } = await startStorage(t)
  await storage.write('captions', 'a-en.vtt', 'WEBVTT')
  await storage.write('streaming_playlists', 'hls/private/u/master.m3u8', Buffer.from('#EXTM3U'))
  await storage.write('streaming_playlists', 'hls/u/1.mp4', Readable.from([Buffer.from('0123'), Buffer.from('456789')]))

  assert.equal(await text(await storage.read('captions', 'a-en.vtt')), 'WEBVTT')
  assert.equal(await text(await storage.read('streaming_playlists', 'hls/u/1.mp4', { start: 2, end: 4 })), '234')
  assert.equal((await storage.stat('streaming_playlists', 'hls/u/1.mp4'))?.size, 10)
  assert.equal(await storage.stat('streaming_playlists', 'hls/u'), undefined)
  assert.deepEqual(await storage.list('streaming_playlists', 'hls'), ['hls/private/u/master.m3u8', 'hls/u/1.mp4'])
  assert.deepEqual(await storage.list('streaming_playlists', ''), await storage.list('streaming_playlists', 'hls'))
  assert.deepEqual(await storage.list('captions', 'absent'), [])

  await storage.remove('captions', 'a-en.vtt')
  await storage.remove('captions', 'a-en.vtt')
  assert.equal(await storage.stat('captions', 'a-en.vtt'), undefined)
  await storage.removeFolder('streaming_playlists', 'hls/private/u')
  await storage.removeFolder('streaming_playlists', 'hls/absent')
  assert.deepEqual(await storage.list('streaming_playlists', ''), ['hls/u/1.mp4'])
  await assert.rejects(storage.read('captions', 'absent.vtt'), { code: 'ENOENT' })
})

test('a write that breaks off leaves the old content and nothing else', async (t) => {
  const { folders, storage } = await startStorage(t)
  await storage.write('torrents', 'a.torrent', 'old')
  const broken = Readable.from(
    (async function* () {
      yield 'new'
      throw new Error('connection lost')
    })(),
  )
  await assert.rejects(storage.write('torrents', 'a.torrent', broken), /connection lost/)
  assert.equal(await text(await storage.read('torrents', 'a.torrent')), 'old')
  assert.deepEqual(readdirSync(folders.torrents), ['a.torrent'])
})

test('readers of the old content are not disturbed by a new one', async (t) => {
  const { storage } = await startStorage(t)
  await storage.write('web_videos', 'a.mp4', 'old')
  const reading = await storage.read('web_videos', 'a.mp4')
  await storage.write('web_videos', 'a.mp4', 'new')
  assert.equal(await text(reading), 'old')
  assert.equal(await text(await storage.read('web_videos', 'a.mp4')), 'new')
})

test('keys that leave their area are refused by every operation', async (t) => {
  const { root, storage } = await startStorage(t)
  writeFileSync(join(root, 'storage/secret'), 'x')
  for (const key of ['../secret', 'a/../../secret', '/etc/passwd', '', '.', 'a\\..\\b', 'a\0b']) {
    await assert.rejects(async () => storage.read('captions', key), /refused/, key)
    await assert.rejects(async () => storage.write('captions', key, 'x'), /refused/, key)
    await assert.rejects(async () => storage.remove('captions', key), /refused/, key)
    await assert.rejects(async () => storage.removeFolder('captions', key), /refused/, key)
    await assert.rejects(async () => storage.adopt('captions', key, join(root, 'storage/secret')), /refused/, key)
    assert.throws(() => storage.localPath('bin', key), /refused/, key)
  }
  await assert.rejects(async () => storage.list('captions', '..'), /refused/)
})

test('local files are adopted and moved between areas', async (t) => {
  const { folders, storage } = await startStorage(t)
  const made = await storage.withTemporaryFolder(async (folder) => {
    const path = join(folder, 'out.mp4')
    writeFileSync(path, 'video')
    await storage.adopt('web_videos', 'private/a.mp4', path)
    assert.equal(existsSync(path), false)
    return folder
  })
  assert.equal(existsSync(made), false)
  const to = { area: 'original_video_files', key: 'a.mp4' } as const
  await storage.move({ area: 'web_videos', key: 'private/a.mp4' }, to)
  assert.equal(readFileSync(join(folders.original_video_files, 'a.mp4'), 'utf8'), 'video')
  assert.equal(await storage.stat('web_videos', 'private/a.mp4'), undefined)
  assert.equal(await storage.withLocalFile(to.area, to.key, async (path) => readFileSync(path, 'utf8')), 'video')
})

test('a folder can be moved as a whole', async (t) => {
  const { storage } = await startStorage(t)
  await storage.write('streaming_playlists', 'hls/u/master.m3u8', 'x')
  const area = 'streaming_playlists'
  await storage.move({ area, key: 'hls/u' }, { area, key: 'hls/private/u' })
  assert.deepEqual(await storage.list(area, ''), ['hls/private/u/master.m3u8'])
})

test('a temporary folder goes away when its use fails', async (t) => {
  const { storage } = await startStorage(t)
  let path = ''
  const failing = storage.withTemporaryFolder(async (folder) => {
    path = folder
    throw new Error('no')
  })
  await assert.rejects(failing, /no/)
  assert.equal(existsSync(path), false)
})

test('a start empties tmp except for unfinished uploads', async (t) => {
  const { folders } = await startStorage(t)
  mkdirSync(join(folders.tmp, 'resumable-uploads'))
  mkdirSync(join(folders.tmp, 'hls'))
  writeFileSync(join(folders.tmp, 'resumable-uploads/part'), 'x')
  writeFileSync(join(folders.tmp, 'hls/left'), 'x')
  writeFileSync(join(folders.tmp_persistent, 'kept'), 'x')
  await prepareStorage(folders)
  assert.deepEqual(readdirSync(folders.tmp), ['resumable-uploads'])
  assert.deepEqual(readdirSync(join(folders.tmp, 'resumable-uploads')), ['part'])
  assert.deepEqual(readdirSync(folders.tmp_persistent), ['kept'])
})
