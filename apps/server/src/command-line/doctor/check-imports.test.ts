import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { defaultSettings } from '#foundation/config/load-settings.ts'
import { checkImports } from './check-imports.ts'

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'sepiola-doctor-imports-'))))
after(() => rm(folder, { recursive: true }))
beforeEach(() => rm(join(folder, 'bin'), { recursive: true, force: true }))

interface Wanted {
  http?: boolean
  torrent?: boolean
  url?: string
  python?: string
}

/** What the doctor says on a machine whose programs are in `path`. */
function examine({ http = false, torrent = false, url = '', python = '/bin/sh' }: Wanted, path = 'nothing') {
  const settings = defaultSettings()
  const { videos } = settings.import
  const release = { ...videos.http.youtube_dl_release, url, python_path: python }
  return checkImports(
    {
      storage: { ...settings.storage, bin: join(folder, 'bin') },
      import: {
        ...settings.import,
        videos: {
          ...videos,
          http: { ...videos.http, enabled: http, youtube_dl_release: release },
          torrent: { enabled: torrent },
        },
      },
    },
    { PATH: join(folder, path) },
  )
}

async function makeProgram(place: string, text: string): Promise<string> {
  const path = join(folder, place)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
  await chmod(path, 0o755)
  return path
}

test('nothing is said where nothing can be imported', async () => {
  assert.deepEqual(await examine({}), [])
})

test('both programs, with their versions and places', async () => {
  const ytDlp = await makeProgram('system/yt-dlp', '#!/bin/sh\necho 2026.11.02\n')
  const aria2 = await makeProgram('system/aria2c', '#!/bin/sh\necho "aria2 version 1.37.0"\necho "Copyright"\n')
  assert.deepEqual(await examine({ http: true, torrent: true }, 'system'), [
    { status: 'good', subject: 'imports by address', found: `yt-dlp 2026.11.02 (${ytDlp})` },
    { status: 'good', subject: 'imports of torrents', found: `aria2 version 1.37.0 (${aria2})` },
  ])
})

test('the one in the storage comes first, run by the Python of the settings', async () => {
  await makeProgram('system/yt-dlp', '#!/bin/sh\necho 2020.01.01\n')
  const kept = await makeProgram('bin/yt-dlp', '#!/usr/bin/env python3\necho 2026.11.02\n')
  const [found] = await examine({ http: true }, 'system')
  assert.deepEqual([found!.status, found!.found], ['good', `yt-dlp 2026.11.02 (${kept})`])
})

test('what is missing, and what to do', async () => {
  const findings = await examine({ http: true, torrent: true })
  assert.deepEqual(
    findings.map(({ status, found }) => [status, found]),
    [
      ['broken', 'there is no yt-dlp'],
      ['broken', 'there is no aria2c'],
    ],
  )
  assert.match(findings[0]!.advice!, new RegExp(`${folder}/bin/yt-dlp`))
  assert.match(findings[1]!.advice!, /apt-get install aria2/)
})

test('what the server fetches by itself is only missing yet', async () => {
  const [found] = await examine({ http: true, url: 'https://releases.example' })
  assert.equal(found!.status, 'warning')
  assert.match(found!.advice!, /https:\/\/releases\.example/)
})

test('a program that does not run', async () => {
  await makeProgram('broken/yt-dlp', '#!/bin/sh\necho "No module named yt_dlp" >&2\nexit 1\n')
  const [found] = await examine({ http: true }, 'broken')
  assert.equal(found!.status, 'broken')
  assert.match(found!.found, /broken\/yt-dlp.*No module named yt_dlp/)
  await makeProgram('bin/yt-dlp', '#!/usr/bin/env python3\n')
  const [noPython] = await examine({ http: true, python: join(folder, 'no-python') })
  assert.equal(noPython!.status, 'broken')
  assert.match(noPython!.found, /no-python.*ENOENT/)
  assert.match(noPython!.advice!, /python_path/)
})
