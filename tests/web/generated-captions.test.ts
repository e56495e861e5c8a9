import assert from 'node:assert/strict'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { hydrated, launchBrowser, patience, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { visitPage, type VisitOptions } from '../support/visit-page.ts'

/** Stands in for the speech recogniser: waits as long as there is a file, fails when there is another one. */
const engine = `#!/bin/sh
here=$(dirname "$0")
name=$(basename "$1" .wav)
while [ $# -gt 0 ]; do [ "$1" = --output_dir ] && out=$2; shift; done
echo '[00:00.000 --> 00:06.000]  Hello, sea.'
while [ -e "$here/wait" ]; do sleep 0.1; done
if [ -e "$here/fail" ]; then echo 'RuntimeError: no model of this name' >&2; exit 1; fi
printf '{"language":"en"}' > "$out/$name.json"
printf 'WEBVTT\\n\\n00:00.000 --> 00:06.000\\nHello, sea.\\n' > "$out/$name.vtt"
`

describe('captions of what is said', () => {
  let server: RealServer
  let browser: Browser
  let clips: Clips
  let api: Api
  let clip: string
  let asRoot: BrowserContextOptions['storageState']

  before(async () => {
    clips = await createClips()
    clip = await clips.make('tide.mp4', { duration: 12, audio: true })
    const enginePath = join(clips.folder, 'whisper')
    await writeFile(enginePath, engine)
    await chmod(enginePath, 0o755)
    server = await startRealServer({
      settings: {
        transcoding: { enabled: false },
        video_transcription: { enabled: true, engine_path: enginePath },
      },
    })
    api = await signIn(server.url)
    browser = await launchBrowser()
    asRoot = await signedInState(browser, server.url, 'root', rootPassword)
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const visit = (path: string, use: (page: Page) => Promise<unknown>, options: VisitOptions = {}) =>
    visitPage(browser, `${server.url}${path}`, use, { storageState: asRoot, ...options })
  const upload = (name: string) => uploadVideo(api, clip, { name, generateTranscription: 'false' })
  const engineShall = (what: string) => writeFile(join(clips.folder, what), '')
  const engineShallNot = (what: string) => rm(join(clips.folder, what), { force: true })

  test('are asked for, watched in the making, and there in the player', async () => {
    const { uuid } = await upload('Tide pools')
    await engineShall('wait')
    await visit(`/videos/manage/${uuid}/captions`, async (page) => {
      await page.getByText('No captions yet.').waitFor()
      await page.getByRole('button', { name: 'Generate automatically' }).click()
      await page.getByText(/The server listens: 5\d\s?%/).waitFor()
      assert.equal(await page.getByRole('button', { name: 'Generate automatically' }).count(), 0)
      await page.reload()
      await page.getByText(/The server listens: 5\d\s?%/).waitFor()
      await assertSound(page, 'captions in the making')
      await engineShallNot('wait')
      await page.getByText('The captions are there: read through what was heard.').waitFor()
      await page.getByText('made by the server').waitFor()
      await page.getByRole('button', { name: 'Edit: English' }).waitFor()
      assert.equal(await page.getByRole('heading', { name: 'Captions from speech' }).count(), 0)
    })
    await visit(`/w/${uuid}`, async (page) => {
      await hydrated(page)
      // The seek bar's pictures are a track, too.
      const captions = () =>
        page
          .locator('video')
          .evaluate((video: any) =>
            [...video.textTracks]
              .filter(({ kind }) => ['captions', 'subtitles'].includes(kind))
              .map(({ language }) => language),
          )
      await until('a track of captions', async () => (await captions()).length === 1, patience)
      assert.deepEqual(await captions(), ['en'])
    })
  })

  test('that could not be made say why', async () => {
    const { uuid } = await upload('A silent day')
    await engineShall('fail')
    await visit(
      `/videos/manage/${uuid}/captions`,
      async (page) => {
        await page.getByRole('button', { name: 'Generate automatically' }).click()
        await page.getByText(/The first try failed \(.*no model of this name\)/).waitFor()
        const over = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        assert.ok((await over()) <= 0)
      },
      { viewport: { width: 390, height: 850 }, isMobile: true, hasTouch: true },
    )
    const { data } = await api.get('/api/v1/jobs/delayed?jobType=video-transcription')
    assert.equal(data.length, 1)
    await engineShallNot('fail')
  })
})
