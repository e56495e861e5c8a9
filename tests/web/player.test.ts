import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { signIn, until, uploadVideo } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { runSql } from '../support/run-sql.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const captions: Record<string, string> = { en: 'Waves, all day', fr: 'Des vagues' }

describe('the player', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let page: Page
  let faults: string[]
  let watchUrl: string

  before(async () => {
    clips = await createClips()
    // The uploaded file itself is played: nothing here depends on the ladder.
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    const api = await signIn(server.url)
    const { id, shortUUID } = await uploadVideo(api, await clips.make('sea.mp4', { duration: 30 }), { name: 'Sea' })
    // The player is tested here, not the way of captions into the server.
    for (const language of Object.keys(captions)) {
      await runSql(
        server.data,
        `INSERT INTO "videoCaption" (language, filename, "automaticallyGenerated", cached, "videoId", "createdAt", "updatedAt")
         VALUES ('${language}', '${language}.vtt', false, false, ${id}, now(), now())`,
      )
    }
    const chapters = [0, 10, 20].map((timecode) => ({ timecode, title: `Part ${timecode / 10 + 1}` }))
    const headers = { 'content-type': 'application/json' }
    await api.send('PUT', `/api/v1/videos/${id}/chapters`, { headers, body: JSON.stringify({ chapters }) })
    await until('a storyboard', async () => (await api.get(`/api/v1/videos/${id}/storyboards`)).storyboards.length > 0)
    watchUrl = `${server.url}/w/${shortUUID}`
    browser = await launchBrowser()
    ;({ page, faults } = await openPage(browser))
    await page.addInitScript(() => {
      const { prototype } = HTMLVideoElement
      const really = prototype.requestPictureInPicture
      prototype.requestPictureInPicture = function () {
        this.dataset['asked'] = 'picture-in-picture'
        return really.call(this)
      }
    })
    await page.route('**/lazy-static/video-captions/*.vtt', async (route) => {
      const text = captions[/(\w+)\.vtt$/.exec(route.request().url())![1]!]
      await route.fulfill({ contentType: 'text/vtt', body: `WEBVTT\n\n00:00.000 --> 00:30.000\n${text}\n` })
    })
    await page.goto(watchUrl)
    await page.getByRole('button', { name: 'Play', exact: true }).first().click()
    await until('it plays', () => page.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 0))
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const bar = () => page.locator('media-control-bar')
  /** The texts that stand in the picture now. */
  const shown = () =>
    page
      .locator('video')
      .evaluate((media: HTMLVideoElement) =>
        [...media.textTracks]
          .filter(({ kind, mode }) => kind === 'captions' && mode === 'showing')
          .flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text)),
      )

  test('over the seek bar: a picture of the place, its time and its chapter', async () => {
    const range = page.locator('media-time-range')
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    const { x, y, width, height } = (await range.boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    const preview = page.locator('media-preview-thumbnail[slot]')
    await until('a picture', async () => /storyboards/.test((await preview.getAttribute('mediapreviewimage')) ?? ''))
    assert.ok((await preview.boundingBox())!.width > 60)
    const at = Number(await range.getAttribute('mediapreviewtime'))
    assert.ok(at > 13 && at < 17, `${at} s`)
    assert.equal(
      await page.locator('media-preview-chapter-display[slot]').getAttribute('mediapreviewchapter'),
      'Part 2',
    )
    await page.mouse.click(x + width * 0.75, y + height / 2)
    await until('it plays from there', () =>
      page.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 20 && media.currentTime < 28),
    )
  })

  test('captions are chosen in the menu, by language', async () => {
    assert.deepEqual(await shown(), [])
    for (const [label, language] of [
      ['French', 'fr'],
      ['English', 'en'],
    ] as const) {
      await choose('Captions', label)
      await until(`captions in ${label}`, async () => (await shown()).join() === captions[language])
      assert.equal(await captionsButton().getAttribute('aria-pressed'), 'true')
    }
    await choose('Captions', 'Off')
    await until('no captions', async () => (await shown()).length === 0)
  })

  test('their button and the key C bring back the language that one reads', async () => {
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    await captionsButton().click()
    await until('captions', async () => (await shown()).join() === captions['en'])
    await page.keyboard.press('c')
    await until('none', async () => (await shown()).length === 0)
    await choose('Captions', 'French')
    await page.reload()
    await page.getByRole('button', { name: 'Play', exact: true }).first().click()
    await until('the captions of before', async () => (await shown()).join() === captions['fr'])
  })

  test('the theatre gives the picture the whole width, also after a reload, until the key T', async () => {
    const width = async () => (await page.locator('video').boundingBox())!.width
    const before = await width()
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    await bar().getByRole('button', { name: 'Theatre' }).click()
    await until('a wider picture', async () => (await width()) > before * 1.15)
    await page.reload()
    await hydrated(page)
    assert.ok((await width()) > before * 1.15)
    await page.keyboard.press('t')
    await until('the width of before', async () => Math.abs((await width()) - before) < 2)
  })

  test('full screen is entered by the button and left by the key F', async () => {
    const screen = () => page.evaluate(() => document.fullscreenElement?.localName)
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    await bar().locator('media-fullscreen-button').click()
    await until('full screen', async () => (await screen()) === 'media-controller')
    await page.keyboard.press('f')
    await until('the page again', async () => (await screen()) === undefined)
  })

  test('statistics say how it plays, while it plays', async () => {
    await page.keyboard.press('k')
    await until('it plays', () => page.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 0))
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    await bar().getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitem', { name: 'Statistics' }).click()
    const figures = page.getByRole('region', { name: 'Statistics' })
    await figures.getByText('640 × 360').waitFor()
    await figures.getByText(/\d+ of \d+ dropped/).waitFor()
    await figures.getByRole('button', { name: 'Close' }).click()
    await figures.waitFor({ state: 'hidden' })
  })

  test('the list of keys comes by its key; single keys can be turned off', async () => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard' })
    await help.getByText('5 seconds back or on').waitFor()
    await help.getByRole('checkbox', { name: /^Single keys do this/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const muted = () => page.locator('video').evaluate((media: HTMLVideoElement) => media.muted)
    await page.keyboard.press('m')
    assert.equal(await muted(), false)
    await page.evaluate(() => localStorage.removeItem('peertube-hotkeys-disabled'))
    await page.keyboard.press('m')
    assert.equal(await muted(), true)
    await page.keyboard.press('m')
  })

  test('in a list, a picture with the pointer on it leafs through its video', async () => {
    const { page: home } = await openPage(browser)
    await home.goto(new URL('/', watchUrl).href)
    await home.waitForLoadState('networkidle')
    const card = home.getByRole('main').getByRole('article').first()
    await card.hover()
    await card.locator('[data-leafing]').waitFor()
    await home.mouse.move(0, 0)
    await card.locator('[data-leafing]').waitFor({ state: 'detached' })
    await home.context().close()
  })

  test('the key I asks the browser for the picture in picture', async () => {
    await page.keyboard.press('i')
    await until('the question', async () => (await page.locator('video').getAttribute('data-asked')) !== null)
  })

  test('a key that is pressed before the player has come plays once it has', async () => {
    const early = await openPage(browser)
    await early.page.goto(watchUrl, { waitUntil: 'commit' })
    const media = early.page.locator('video')
    await media.waitFor()
    assert.equal(await early.page.locator('media-control-bar').count(), 0)
    await early.page.keyboard.press('k')
    await until('it plays', () =>
      media.evaluate(({ paused, currentTime }: HTMLVideoElement) => !paused && currentTime > 0),
    )
    assert.deepEqual(early.faults, [])
    await early.page.context().close()
  })

  test('and nothing broke', () => assert.deepEqual(faults, []))

  const captionsButton = () => bar().getByRole('button', { name: 'Captions' })

  async function choose(setting: string, value: string): Promise<void> {
    await page.locator('media-controller').hover({ position: { x: 60, y: 60 } })
    await bar().getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitem', { name: setting }).click()
    await page.getByRole('menuitemradio', { name: value }).click()
    await page.keyboard.press('Escape')
  }
})
