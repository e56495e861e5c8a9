import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page, Request } from 'playwright-core'
import { signIn, uploadVideo, type UploadedVideo } from '../support/api.ts'
import { hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const widths = { 'a phone': 390, 'a desk': 1440 }

// What decides how soon a page is seen, and what it costs then, without measuring time.
describe('the first paint', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let video: UploadedVideo
  /** Pixels, by address. */
  let pictureWidths: Map<string, number>

  before(async () => {
    clips = await createClips()
    // The uploaded file itself is played: nothing here depends on the ladder.
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    const api = await signIn(server.url)
    const clip = await clips.make('sea.mp4', { width: 1280, height: 720, duration: 3 })
    for (const name of ['Sea', 'River', 'Harbour', 'Reef', 'Lake', 'Coast']) {
      video = await uploadVideo(api, clip, { name, description: 'Filmed in the morning.', 'tags[0]': 'water' })
    }
    const { data } = await api.get('/api/v1/videos')
    const pictures = data.flatMap(({ thumbnails }: any) => thumbnails) as { fileUrl: string; width: number }[]
    pictureWidths = new Map(pictures.map(({ fileUrl, width }) => [fileUrl, width]))
    browser = await launchBrowser()
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const poster = /<video[^>]* poster="([^"]+)"/
  const pages: Record<string, { path: () => string; picture: RegExp }> = {
    home: { path: () => '/', picture: /<img[^>]* src="([^"]+)"[^>]* fetchpriority="high"/ },
    'the page of a video': { path: () => `/w/${video.shortUUID}`, picture: poster },
    'the player elsewhere': { path: () => `/videos/embed/${video.uuid}`, picture: poster },
  }

  for (const [name, { path, picture }] of Object.entries(pages)) {
    test(`${name} needs its HTML and one picture, and those are small`, async () => {
      const answer = await fetch(server.url + path(), { headers: { 'accept-encoding': 'br' } })
      assert.equal(answer.headers.get('content-encoding'), 'br')
      assert.ok(Number(answer.headers.get('content-length')) < 20_000)
      const html = await answer.text()
      const links = html.match(/<link [^>]+>/g)!
      const sheets = links.filter((link) => link.includes('rel="stylesheet"') && !link.includes(' disabled'))
      assert.deepEqual(sheets, [], 'style sheets hold the first paint back')
      assert.equal(html.match(/<script[^>]* src=/), null, 'a script holds the first paint back')
      const modules = links.filter((link) => link.includes('rel="modulepreload"'))
      assert.ok(modules.length > 0)
      assert.ok(modules.every((link) => link.includes('fetchpriority="low"')))
      const first = picture.exec(html)?.[1]
      assert.equal(pictureWidths.get(first!), 850)
      if (picture === poster) {
        assert.ok(
          links.some((link) => link.includes('rel="preload"') && link.includes(first!)),
          'no early picture',
        )
      }
    })

    for (const [device, width] of Object.entries(widths)) {
      test(`${name} asks for nothing else before its pictures on ${device}, and nothing moves`, async () => {
        const { page, faults } = await openPage(browser, { viewport: { width, height: 850 } })
        await watchMoves(page)
        const early: Request[] = []
        const note = (request: Request) => early.push(request)
        page.on('request', note)
        page.once('load', () => page.off('request', note))
        await page.goto(server.url + path())
        await hydrated(page)
        const kinds = early.map((request) => request.resourceType())
        assert.equal(kinds.filter((kind) => kind === 'document').length, 1)
        assert.deepEqual(
          kinds.filter((kind) => ['fetch', 'xhr', 'media', 'font'].includes(kind)),
          [],
        )
        assert.deepEqual(await moves(page), [])
        assert.deepEqual(faults, [])
        await page.context().close()
      })
    }
  }

  test('the page of a video rests until somebody does something: its controls awake when somebody comes near', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/w/${video.shortUUID}`)
    await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().waitFor()
    await hydrated(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.filter(({ name }) => name === 'LayoutCount' || name === 'RecalcStyleCount')
    }
    await wait(1000)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const before = await work()
    await wait(2000)
    assert.deepEqual(await work(), before)
    assert.deepEqual(asked, [])
    const areDefined = () => page.evaluate(() => customElements.get('media-controller') !== undefined)
    assert.equal(await areDefined(), false)
    await page.locator('media-controller').hover()
    await page.locator('media-control-bar').waitFor()
    assert.equal(await areDefined(), true)
    await page.context().close()
  })
})

/** Before the page is opened. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { moved: string[] }
    seen.moved = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node?: Element }[] }
        if (value >= 0.002) seen.moved.push(`${value}: ${sources.map(({ node }) => node?.className).join(' | ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Layout shifts so far that count, with what moved. */
function moves(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)
}
