import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { published, signIn, uploadVideo, type Api } from '../support/api.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const hostile = `</script><img src=x onerror=alert(1)>"'&`
const hostileDescription = `<script>alert(2)</script> [link](javascript:alert(3)) "quoted" <b onclick=alert(4)>bold</b> -- end`

describe('pages for readers without script', () => {
  let server: RealServer
  let clips: Clips
  let api: Api
  let browser: Browser
  let page: Page
  let open: any
  let secret: any
  let nasty: any

  before(async () => {
    clips = await createClips()
    const clip = await clips.make('clip.mp4', { width: 256, height: 144, duration: 2 })
    const all = ['0p', '144p', '240p', '360p', '480p', '720p', '1080p', '1440p', '2160p']
    const resolutions = Object.fromEntries(all.map((name) => [name, name === '144p']))
    server = await startRealServer({ settings: { transcoding: { enabled: true, resolutions } } })
    api = await signIn(server.url)
    const videos = await Promise.all([
      uploadVideo(api, clip, {
        name: 'The squid & the lamp',
        description: 'First line with **weight**.\n\nSee https://example.org/more for more.',
        'tags[0]': 'squid',
        language: 'en',
      }),
      uploadVideo(api, clip, { name: 'A secret garden', description: 'Nobody may read this sentence.', privacy: '3' }),
      uploadVideo(api, clip, { name: hostile, description: hostileDescription }),
    ])
    ;[open, secret, nasty] = await Promise.all(videos.map(({ uuid }) => published(api, uuid, 1)))
    browser = await launchBrowser()
    ;({ page } = await openPage(browser, { javaScriptEnabled: false }))
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const attribute = async (selector: string, name = 'content') => {
    const found = page.locator(selector)
    assert.equal(await found.count(), 1, selector)
    return found.getAttribute(name)
  }
  const meta = (name: string) => attribute(`head meta[property="${name}"]`)

  async function structuredData(): Promise<any> {
    const found = page.locator('script[type="application/ld+json"]')
    assert.equal(await found.count(), 1)
    return JSON.parse((await found.textContent())!)
  }

  test('the home page lists the public videos with pictures and links, and nothing else', async () => {
    const response = await page.goto(server.url)
    assert.equal(response!.status(), 200)
    const main = page.getByRole('main')
    const link = main.getByRole('link', { name: 'The squid & the lamp' }).first()
    assert.equal(await link.getAttribute('href'), `/w/${open.shortUUID}`)
    const images = await main
      .getByRole('img')
      .or(main.locator('img'))
      .evaluateAll((list) =>
        list.map((image) => [
          image.getAttribute('src'),
          image.getAttribute('width') ?? getComputedStyle(image).aspectRatio,
        ]),
      )
    assert.ok(images.some(([src]) => src?.includes('/lazy-static/thumbnails/')))
    assert.ok(!(await page.content()).includes('A secret garden'))
    await link.click()
    await page.getByRole('heading', { level: 1, name: 'The squid & the lamp' }).waitFor()
  })

  test('the watch page has title, description, channel and something that plays', async () => {
    await page.goto(`${server.url}/w/${open.shortUUID}`)
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: 'The squid & the lamp' }).waitFor()
    assert.equal(await main.getByText('weight', { exact: true }).evaluate((found) => found.tagName), 'STRONG')
    const link = main.getByRole('link', { name: /example\.org\/more/ })
    assert.equal(await link.getAttribute('href'), 'https://example.org/more')
    assert.match((await link.getAttribute('rel')) ?? '', /noopener/)
    const channel = main.getByRole('link', { name: open.channel.displayName }).first()
    assert.match((await channel.getAttribute('href'))!, /^\/c\/root_channel/)
    const video = main.locator('video')
    assert.ok(await video.isVisible())
    assert.notEqual(await video.getAttribute('controls'), null)
    assert.match((await video.getAttribute('poster'))!, /\/lazy-static\//)
    const sources = await video
      .locator('source')
      .evaluateAll((list) => list.map((source) => source.getAttribute('src')!))
    assert.ok(sources.includes(open.streamingPlaylists[0].playlistUrl), sources.join())
    for (const source of sources) assert.equal((await fetch(new URL(source, server.url))).status, 200, source)
    await page.goto(`${server.url}/videos/watch/${open.uuid}`)
    await page.getByRole('heading', { level: 1, name: 'The squid & the lamp' }).waitFor()
  })

  test('its head tells scrapers everything', async () => {
    await page.goto(`${server.url}/w/${open.shortUUID}`)
    const address = `${server.url}/w/${open.shortUUID}`
    const embed = `${server.url}/videos/embed/${open.shortUUID}`
    assert.match(await page.title(), /^The squid & the lamp - \S/)
    assert.match((await attribute('html', 'lang'))!, /^en\b/)
    assert.match((await attribute('meta[name="description"]'))!, /^First line with weight\. See https:/)
    assert.deepEqual(
      {
        type: await meta('og:type'),
        title: await meta('og:title'),
        url: await meta('og:url'),
        player: await meta('og:video:url'),
        width: await meta('og:video:width'),
        height: await meta('og:video:height'),
        kind: await meta('og:video:type'),
        card: await meta('twitter:card'),
        twitterTitle: await meta('twitter:title'),
        twitterPlayer: await meta('twitter:player'),
      },
      {
        type: 'video',
        title: 'The squid & the lamp',
        url: address,
        player: embed,
        width: '560',
        height: '315',
        kind: 'text/html',
        card: 'player',
        twitterTitle: 'The squid & the lamp',
        twitterPlayer: embed,
      },
    )
    const image = await meta('og:image')
    assert.equal((await fetch(image!)).headers.get('content-type'), 'image/jpeg')
    assert.equal(await attribute('link[rel="canonical"]', 'href'), address)
    const oembed = await attribute('link[rel="alternate"][type="application/json+oembed"]', 'href')
    const embedded = (await (await fetch(oembed!)).json()) as any
    assert.equal(embedded.title, 'The squid & the lamp')
    assert.ok(embedded.html.includes(embed), embedded.html)

    const data = await structuredData()
    assert.equal(data['@type'], 'VideoObject')
    assert.equal(data['@context'], 'http://schema.org')
    assert.equal(data.name, 'The squid & the lamp')
    assert.equal(data.url, address)
    assert.equal(data.embedUrl, embed)
    assert.equal(data.duration, 'PT2S')
    assert.equal(data.inLanguage, 'en')
    assert.equal(data.author.name, open.channel.displayName)
    assert.ok(!Number.isNaN(Date.parse(data.uploadDate)))
  })

  test('scrapers find the tags written as they expect', async () => {
    const html = await (await fetch(`${server.url}/w/${open.shortUUID}`)).text()
    assert.ok(html.includes('<meta property="og:title" content="The squid &amp; the lamp" />'))
    assert.ok(html.includes('<meta property="og:platform" content="PeerTube" />'), 'og:platform')
  })

  for (const [kind, path] of Object.entries({
    watch: () => `/w/${secret.shortUUID}`,
    'old watch': () => `/videos/watch/${secret.uuid}`,
    number: () => `/w/${secret.id}`,
  })) {
    test(`a private video is a 404 that tells nothing (${kind})`, async () => {
      const response = await fetch(server.url + path())
      assert.equal(response.status, 404)
      const html = await response.text()
      const told = [
        secret.name,
        'Nobody may read',
        secret.thumbnailPath,
        secret.streamingPlaylists[0].playlistUrl,
        'VideoObject',
      ]
      assert.deepEqual(
        told.filter((text) => html.includes(text)),
        [],
      )
      await page.goto(server.url + path())
      assert.equal(await page.locator('link[rel="canonical"]').count(), 0)
      assert.equal(await page.locator('link[type="application/json+oembed"]').count(), 0)
      assert.equal(await page.locator('video').count(), 0)
      assert.ok(await page.getByRole('main').getByRole('heading').first().isVisible())
    })
  }

  test('a video that is not there is a 404, and looks like a private one', async () => {
    const missing = '3f0c3c1e-9d4b-4f0e-8a51-0d7f1cf2a111'
    assert.equal((await fetch(`${server.url}/w/${missing}`)).status, 404)
    assert.equal((await fetch(`${server.url}/w/nothing-like-an-id`)).status, 404)
    assert.equal((await fetch(`${server.url}/c/nobody_at_all/videos`)).status, 404)
  })

  test('garbage in an address is answered by a page or a refusal, never by a fault', async () => {
    const addresses = [
      '/w/%00',
      '/w/%E0%A4%A',
      `/w/${'a'.repeat(3000)}`,
      '/w/2147483648',
      `/w/${open.shortUUID}?start=%00`,
      '/videos/watch/9007199254740993',
      '/videos/embed/%00',
      '/c/%00/videos',
      '/a/%F0%9F%A6%91',
      '/@%00',
      '/search?search=%00',
      `/search?search=${'x'.repeat(3000)}`,
      '/?page=-1',
      '/?page=1e9',
      '/videos/browse?sort=__proto__',
      '/__proto__',
      '/client/..%2f..%2fpackage.json',
      '/services/oembed?url=%00',
    ]
    const answers = await Promise.all(
      addresses.map(async (address) => [address, (await fetch(server.url + address)).status] as const),
    )
    assert.deepEqual(
      answers.filter(([, status]) => status >= 500),
      [],
    )
  })

  test('a hostile title and description stay text, in head, data and body', async () => {
    const response = await page.goto(`${server.url}/w/${nasty.shortUUID}`)
    assert.equal(response!.status(), 200)
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), hostile)
    assert.ok((await page.title()).startsWith(hostile))
    assert.equal(await meta('og:title'), hostile)
    assert.equal((await structuredData()).name, hostile)
    const html = await (await fetch(page.url())).text()
    assert.ok(!html.includes('<img src=x'))
    assert.ok(!html.includes('<script>alert'))
    await page.goto(server.url)
    assert.ok((await page.getByRole('main').innerText()).includes(hostile))
    assert.ok(!(await (await fetch(server.url)).text()).includes('<img src=x'))
  })

  test('nor does anything of it run where script is on', async () => {
    const { page: lively, faults } = await openPage(browser)
    const dialogs: string[] = []
    lively.on('dialog', async (dialog) => {
      dialogs.push(dialog.message())
      await dialog.dismiss()
    })
    for (const path of ['/', `/w/${nasty.shortUUID}`, `/videos/embed/${nasty.shortUUID}`]) {
      await lively.goto(server.url + path, { waitUntil: 'networkidle' })
      const injected = lively.locator('img[src="x"], [onerror], [onclick], a[href^="javascript:"]')
      assert.equal(await injected.count(), 0, path)
    }
    assert.deepEqual(dialogs, [])
    assert.deepEqual(faults, [])
    await lively.context().close()
  })
})
