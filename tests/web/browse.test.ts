import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, patience, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { runSql } from '../support/run-sql.ts'
import { assertSound } from '../support/sound-page.ts'

const json = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const captions = 'WEBVTT\n\n00:01:02.000 --> 00:01:05.000\nThe waves are as high as a house.\n'

describe('what is looked for is found', () => {
  let server: RealServer
  let clips: Clips
  let api: Api
  let browser: Browser
  let waves: any

  /** In the top bar; it becomes a combobox. */
  const field = (page: Page) => page.getByRole('banner').getByPlaceholder('Search videos')

  before(async () => {
    clips = await createClips()
    const clip = await clips.make('clip.mp4', { width: 256, height: 144, duration: 2 })
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    api = await signIn(server.url)
    waves = await uploadVideo(api, clip, { name: 'Waves at night', category: '1', language: 'en', 'tags[0]': 'sea' })
    await uploadVideo(api, clip, { name: 'Waves by day', category: '2', language: 'fr' })
    await uploadVideo(api, clip, { name: 'Kelp', category: '1', description: 'Nothing but kelp.' })
    const form = new FormData()
    form.append('captionfile', new File([captions], 'en.vtt', { type: 'text/vtt' }))
    const sent = await api.send('PUT', `/api/v1/videos/${waves.uuid}/captions/en`, { body: form })
    assert.equal(sent.status, 204)
    const channel = {
      name: 'waves_daily',
      displayName: 'Waves daily',
      description: 'A wave a day.',
      support: '**Shells**',
    }
    assert.equal((await api.send('POST', '/api/v1/video-channels', json(channel))).status, 200)
    // As many as it takes to be gathered with what is alike.
    const pools = json({ name: 'tide_pools', displayName: 'Tide pools' })
    const { videoChannel } = (await (await api.send('POST', '/api/v1/video-channels', pools)).json()) as any
    for (let number = 1; number <= 6; number++) {
      const pool = { category: '10', 'tags[0]': 'pools', channelId: String(videoChannel.id) }
      await uploadVideo(api, clip, { name: `Pool ${number}`, ...pool })
    }
    const playlist = { displayName: 'Waves to sleep to', privacy: 1, videoChannelId: await api.channelId() }
    const made = (await (await api.send('POST', '/api/v1/video-playlists', json(playlist))).json()) as any
    const path = `/api/v1/video-playlists/${made.videoPlaylist.id}/videos`
    assert.equal((await api.send('POST', path, json({ videoId: waves.id }))).status, 200)
    // A job reads captions into the index.
    const spoken = async () =>
      (await api.get('/api/v1/search/videos?search=waves')).data.some((one: any) => one.captionMatches)
    await until('the captions are searched', spoken, patience * 3)
    browser = await launchBrowser()
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  test('without script: videos, channels, playlists, the moment of the words, filters as a form', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/search?search=waves`)
    const main = page.getByRole('main')
    for (const name of ['Waves at night', 'Waves by day', 'Waves to sleep to']) {
      await main.getByRole('link', { name, exact: true }).waitFor()
    }
    assert.equal(await main.getByRole('link', { name: /^Waves daily/ }).getAttribute('href'), '/c/waves_daily')
    assert.equal(await main.getByRole('link', { name: 'Kelp', exact: true }).count(), 0)
    const moment = main.getByRole('link', { name: /The waves are as high as a house/ })
    assert.equal(await moment.getAttribute('href'), `/w/${waves.shortUUID}?start=1m2s`)
    await main.getByText('Filters', { exact: true }).click()
    await main.getByLabel('Category').selectOption({ label: 'Films' })
    await main.getByRole('button', { name: 'Apply' }).click()
    await main.getByRole('link', { name: 'Waves by day', exact: true }).waitFor()
    assert.equal(await main.getByRole('link', { name: 'Waves at night', exact: true }).count(), 0)
    await page.context().close()
  })

  test('filters are kept in the address and taken away one by one', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${server.url}/search?search=waves`)
    await hydrated(page)
    const main = page.getByRole('main')
    await main.getByText('Filters', { exact: true }).click()
    await main.getByLabel('Language').selectOption({ label: 'French' })
    await page.waitForURL(/languageOneOf=fr/)
    await main.getByLabel('Duration').selectOption('short')
    await page.waitForURL(/durationMax=240/)
    assert.equal(new URL(page.url()).searchParams.get('search'), 'waves')
    await until(
      'one is left',
      async () => (await main.getByRole('link', { name: 'Waves at night', exact: true }).count()) === 0,
      patience,
    )
    await main.getByRole('link', { name: 'Waves by day', exact: true }).waitFor()
    await page.reload()
    await main.getByRole('link', { name: 'Remove the filter French' }).click()
    await main.getByRole('link', { name: 'Waves at night', exact: true }).waitFor()
    assert.equal(new URL(page.url()).search, '?search=waves&durationMax=240')
    await page.goBack()
    await page.waitForURL(/languageOneOf=fr/)
    await until(
      'back narrows again',
      async () => (await main.getByRole('link', { name: 'Waves at night', exact: true }).count()) === 0,
      patience,
    )
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('an address or a handle leads to what it names', async () => {
    const host = new URL(server.url).host
    const { page } = await openPage(browser)
    for (const [text, path] of [
      [`@root_channel@${host}`, '/c/root_channel'],
      ['@waves_daily', '/c/waves_daily'],
      [`root@${host}`, '/a/root'],
      [waves.uuid.toUpperCase(), `/w/${waves.shortUUID}`],
      [`${server.url}/w/${waves.shortUUID}`, `/w/${waves.shortUUID}`],
      [`${server.url}/videos/watch/${waves.uuid}`, `/videos/watch/${waves.uuid}`],
    ] as const) {
      const answer = await fetch(`${server.url}/search?search=${encodeURIComponent(text)}`, { redirect: 'manual' })
      assert.equal(answer.headers.get('location'), path, text)
    }
    await page.goto(server.url)
    await hydrated(page)
    const search = field(page)
    await search.fill('@waves_daily')
    await search.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Waves daily' }).waitFor()
    await page.goto(`${server.url}/search?search=https://nowhere.example/w/abc`)
    await page.getByRole('heading', { name: 'Nothing is known by this address here' }).waitFor()
    await page.context().close()
  })

  test('while typing: channels and videos, gone through by keys; later what was searched for', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(server.url)
    await hydrated(page)
    const search = field(page)
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    const options = list.getByRole('option')
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url())
      if (pathname === '/api/v1/search/videos') asked.push(searchParams.get('search') ?? '')
    })
    await search.click()
    await search.pressSequentially('waves', { delay: 20 })
    await list.getByRole('option', { name: /Waves at night/ }).waitFor()
    assert.deepEqual(asked, ['waves'], 'asked once, when the typing paused')
    assert.match((await options.first().textContent()) ?? '', /Waves daily/)
    assert.equal(await search.getAttribute('aria-expanded'), 'true')
    await assertSound(page, 'suggestions')
    await search.press('ArrowUp')
    assert.equal(await options.last().getAttribute('aria-selected'), 'true')
    await search.press('ArrowDown')
    assert.equal(await search.getAttribute('aria-activedescendant'), null, 'the words again')
    await search.press('ArrowDown')
    assert.equal(await search.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'))
    await search.press('Escape')
    await list.waitFor({ state: 'hidden' })
    assert.equal(await search.inputValue(), 'waves')
    await search.press('ArrowDown')
    await search.press('ArrowDown')
    await search.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Waves daily' }).waitFor()

    await search.fill('kelp')
    await search.press('Enter')
    await page.waitForURL(/search=kelp/)
    await page.goto(server.url)
    await hydrated(page)
    await page.keyboard.press('/')
    await list.getByRole('option', { name: 'kelp' }).click()
    await page.waitForURL(/search=kelp/)
    await search.fill('')
    await list.getByRole('option', { name: 'Forget these searches' }).click()
    await list.waitFor({ state: 'hidden' })
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('discovering: by category, channel and tag, without script, too', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(server.url)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Discover' }).click()
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: 'Discover' }).waitFor()
    for (const name of ['Entertainment', 'Tide pools', 'pools']) {
      const shelf = main.getByRole('region', { name, exact: true })
      assert.equal((await shelf.getByRole('heading', { level: 3 }).allTextContents()).toSorted()[5], 'Pool 6', name)
    }
    await main.getByRole('link', { name: 'Show all: pools' }).click()
    await page.waitForURL(/browse\?tagsOneOf=pools/)
    await page.goBack()
    await main.getByRole('link', { name: 'Show all: Tide pools' }).click()
    await page.waitForURL(/\/c\/tide_pools\/videos/)
    await page.context().close()
  })

  test('what is seen has a feed: of the same filters, of a channel as a podcast', async () => {
    const { page, faults } = await openPage(browser)
    const feeds = page.getByRole('main').locator('details').filter({ hasText: 'Feeds' })
    await page.goto(`${server.url}/videos/browse?categoryOneOf=1&scope=local`)
    await hydrated(page)
    await feeds.locator('summary').click()
    await assertSound(page, 'feeds of a list')
    const rss = await feeds.getByRole('link', { name: 'RSS' }).getAttribute('href')
    assert.equal(rss, '/feeds/videos.xml?sort=-publishedAt&isLocal=true&categoryOneOf=1')
    const text = await (await fetch(server.url + rss)).text()
    assert.ok(text.includes('Kelp') && !text.includes('Waves by day'))
    await page.keyboard.press('Escape')
    await feeds.getByRole('link', { name: 'RSS' }).waitFor({ state: 'hidden' })
    await page.goto(`${server.url}/c/root_channel`)
    await feeds.locator('summary').click()
    for (const name of ['Atom', 'JSON Feed', 'Podcast', 'Podcast, sound only']) {
      const href = await feeds.getByRole('link', { name, exact: true }).getAttribute('href')
      assert.equal((await fetch(server.url + href)).status, 200, name)
    }
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('nothing found, and a search that fails, say so and keep the words', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/search?search=zzqq&isLive=true`)
    await page.getByRole('heading', { name: 'Nothing found for “zzqq”.' }).waitFor()
    await page.getByRole('link', { name: 'Search without filters' }).waitFor()
    await hydrated(page)
    await page.route('**/api/v1/search/videos?*', (route) => route.fulfill({ status: 503, json: { status: 503 } }))
    const search = field(page)
    await search.fill('waves')
    await search.press('Enter')
    const alert = page.getByRole('main').getByRole('alert')
    await alert.getByText('The server is busy or restarting.').waitFor()
    assert.equal(await search.inputValue(), 'waves')
    await page.unroute('**/api/v1/search/videos?*')
    await alert.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Waves at night', exact: true }).waitFor()
    await page.context().close()
  })

  test('browsing takes filters, orders and scopes from the address', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${server.url}/videos/browse?categoryOneOf=1&sort=name&scope=local`)
    const main = page.getByRole('main')
    const titles = () => main.getByRole('heading', { level: 2 }).allTextContents()
    assert.deepEqual(await titles(), ['Kelp', 'Waves at night'])
    await hydrated(page)
    await main.getByRole('link', { name: 'Most viewed' }).click()
    await page.waitForURL(/sort=-views/)
    assert.equal(new URL(page.url()).searchParams.get('categoryOneOf'), '1')
    await main.getByRole('link', { name: 'Remove the filter Music' }).click()
    await main.getByRole('link', { name: 'Waves by day' }).waitFor()
    await page.goto(`${server.url}/videos/browse?tagsOneOf=nobody`)
    await page.getByRole('heading', { name: 'No video passes these filters' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the newest are in groups by date; old ones are not', async () => {
    const published = (video: string, later: string) =>
      runSql(
        server.data,
        `UPDATE video SET "publishedAt" = (SELECT "publishedAt" FROM video WHERE name = 'Waves by day') + interval '${later}'
         WHERE name = '${video}'`,
      )
    await published('Waves at night', '-3 days')
    await published('Kelp', '-400 days')
    const { page, faults } = await openPage(browser)
    const main = page.getByRole('main')
    const titles = async (level: number) =>
      (await main.getByRole('heading', { level }).allTextContents()).map((text) => text.trim())
    try {
      // A list of its own, which no answer of before is kept for.
      await page.goto(`${server.url}/videos/browse?categoryOneOf=1&categoryOneOf=2`)
      assert.deepEqual(await titles(2), ['Last 24 hours', 'Last 7 days', 'Earlier'])
      assert.deepEqual(await titles(3), ['Waves by day', 'Waves at night', 'Kelp'])
      await hydrated(page)
      assert.deepEqual(await titles(2), ['Last 24 hours', 'Last 7 days', 'Earlier'])
      await assertSound(page, 'groups by date')
      await main.getByRole('link', { name: 'Most viewed' }).click()
      await until('no groups', async () => (await titles(2)).length === 3 && (await titles(3)).length === 0, patience)
      await page.goto(`${server.url}/videos/browse?categoryOneOf=1&search=kelp`)
      assert.deepEqual(await titles(2), ['Kelp'])
      await page.getByRole('link', { name: 'Remove the filter “kelp”' }).click()
      await main.getByRole('link', { name: 'Waves at night', exact: true }).waitFor()

      // So is the start page, from its HTML on; lists that were kept are dropped by a change.
      assert.equal(
        (await api.send('PUT', `/api/v1/videos/${waves.uuid}`, json({ name: 'Waves at night' }))).status,
        204,
      )
      const html = async () => (await (await fetch(server.url)).text()).includes('Last 7 days')
      await until('the start page is in groups', html, patience)
      await page.goto(server.url)
      const groups = ['Last 24 hours', 'Last 7 days', 'Earlier']
      assert.deepEqual(await titles(2), groups)
      await hydrated(page)
      assert.deepEqual(await titles(2), groups)
      assert.deepEqual((await titles(3)).slice(-2), ['Waves at night', 'Kelp'])
      await page.getByRole('link', { name: 'Most viewed' }).click()
      await until('no groups', async () => (await titles(3)).length === 0, patience)
      await page.goBack()
      await until('groups again', async () => (await titles(2)).join() === groups.join(), patience)
      await page.goto(`${server.url}/fr`)
      await hydrated(page)
      assert.deepEqual(await titles(2), ['Dernières 24 heures', '7 derniers jours', 'Plus ancien'])
    } finally {
      await published('Kelp', '1 second')
      await published('Waves at night', '-1 second')
    }
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('addresses of PeerTube’s filters; orders that the server does not offer are not there', async () => {
    const { page, faults } = await openPage(browser)
    const main = page.getByRole('main')
    await page.goto(`${server.url}/videos/browse?live=true&allVideos=true`)
    await page.getByRole('heading', { name: 'No video passes these filters' }).waitFor()
    await hydrated(page)
    await main.locator('summary', { hasText: 'Filters' }).click()
    const orders = await main.getByLabel('Order').locator('option').allTextContents()
    assert.ok(orders.includes('Hot: liked, discussed, recent') && !orders.includes('Best for you'), orders.join())
    assert.equal(await main.getByLabel('Everything that moderators may see').count(), 0)
    await main.getByRole('link', { name: 'Remove the filter Live only' }).click()
    await main.getByRole('link', { name: 'Kelp', exact: true }).waitFor()
    assert.equal(new URL(page.url()).searchParams.has('live'), false)
    const trending = page
      .getByRole('navigation', { name: 'Order of the videos' })
      .getByRole('link', { name: 'Trending' })
    assert.match((await trending.getAttribute('href'))!, /sort=-hot/, 'the default of trending.videos.algorithms')
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a moderator sees private videos, too, who asks for them', async () => {
    const clip = await clips.make('draft.mp4', { width: 256, height: 144, duration: 2 })
    await uploadVideo(api, clip, { name: 'Not for everybody', privacy: '3' })
    const storageState = await signedInState(browser, server.url, 'root', rootPassword)
    const { page, faults } = await openPage(browser, { storageState })
    const main = page.getByRole('main')
    const hidden = main.getByRole('link', { name: 'Not for everybody', exact: true })
    await page.goto(`${server.url}/videos/browse`)
    await hydrated(page)
    assert.equal(await hidden.count(), 0)
    await main.locator('summary', { hasText: 'Filters' }).click()
    await main.getByLabel('Everything that moderators may see').check()
    await page.waitForURL(/allVideos=true/)
    await hidden.waitFor()
    await page.reload()
    await hidden.waitFor()
    await main.getByRole('link', { name: /^Remove the filter Everything/ }).click()
    await hidden.waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a search is narrowed by years and by all of several tags', async () => {
    const made = json({ originallyPublishedAt: '1999-06-01T00:00:00.000Z', tags: ['sea', 'storm'] })
    assert.equal((await api.send('PUT', `/api/v1/videos/${waves.uuid}`, made)).status, 204)
    const { page, faults } = await openPage(browser)
    const main = page.getByRole('main')
    const night = main.getByRole('link', { name: 'Waves at night', exact: true })
    const day = main.getByRole('link', { name: 'Waves by day', exact: true })
    await page.goto(`${server.url}/search?search=waves`)
    await hydrated(page)
    await main.locator('summary', { hasText: 'Filters' }).click()
    await main.getByLabel('Made until').fill('1999')
    await main.getByLabel('Made until').press('Enter')
    await page.waitForURL(/originallyPublishedEndDate=1999/)
    await day.waitFor({ state: 'detached' })
    await night.waitFor()
    await main.locator('summary', { hasText: 'Filters' }).click()
    await main.getByLabel('All of these tags').fill('sea, storm')
    await main.getByLabel('All of these tags').press('Enter')
    await page.waitForURL(/tagsAllOf=sea&tagsAllOf=storm/)
    await night.waitFor()
    await main.locator('summary', { hasText: 'Filters' }).click()
    await main.getByLabel('All of these tags').fill('sea, calm')
    await main.getByLabel('All of these tags').press('Enter')
    await page.getByRole('heading', { name: 'Nothing found for “waves”.' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('who comes from another server is led to what is here', async () => {
    const ask = async (uri: string) => {
      const answer = await fetch(`${server.url}/remote-interaction?uri=${encodeURIComponent(uri)}`)
      return { path: new URL(answer.url).pathname, text: await answer.text() }
    }
    const { host } = new URL(server.url)
    assert.equal((await ask(`${server.url}/videos/watch/${waves.uuid}`)).path, `/videos/watch/${waves.uuid}`)
    assert.equal((await ask(`acct:waves_daily@${host}`)).path, '/c/waves_daily')
    const unknown = await ask('https://nowhere.example/w/abc')
    assert.deepEqual([unknown.path, unknown.text.includes('Nothing is known by this address here')], ['/search', true])
  })

  test('without an account this browser keeps the languages of the videos that one understands', async () => {
    const { page, faults } = await openPage(browser)
    const main = page.getByRole('main')
    await page.goto(`${server.url}/videos/browse`)
    await hydrated(page)
    await page.getByRole('button', { name: 'Settings' }).click()
    const menu = page.locator('#account-menu')
    await menu.getByText('Languages of videos', { exact: false }).first().click()
    await menu.getByRole('searchbox').fill('fren')
    await menu.getByRole('checkbox', { name: 'French', exact: true }).check()
    await main.getByRole('link', { name: 'Waves at night', exact: true }).waitFor({ state: 'detached' })
    await main.getByRole('link', { name: 'Waves by day', exact: true }).waitFor()
    await assertSound(page, 'quick settings with languages')
    await page.reload()
    await main.getByRole('link', { name: 'Waves at night', exact: true }).waitFor({ state: 'detached' })
    assert.equal(await page.evaluate(() => localStorage.getItem('video_languages')), '["fr"]')
    await main.getByText('Only videos in the language that you understand.').waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a channel: its videos searched and sorted, its playlists, what it says of itself', async () => {
    const { page, faults } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/c/root_channel`)
    const main = page.getByRole('main')
    const titles = () => main.getByRole('heading', { level: 3 }).allTextContents()
    assert.deepEqual(await titles(), ['Kelp', 'Waves by day', 'Waves at night'])
    await main.getByRole('searchbox').fill('waves')
    await main.getByRole('combobox').selectOption('name')
    await main.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/search=waves/)
    assert.deepEqual(await titles(), ['Waves at night', 'Waves by day'])
    await main.getByRole('link', { name: 'Playlists' }).click()
    await main.getByRole('link', { name: 'Waves to sleep to', exact: true }).waitFor()
    await page.goto(`${server.url}/c/waves_daily/about`)
    assert.equal(await main.getByText('Shells').evaluate((found) => found.tagName), 'STRONG')
    await main.getByText('A wave a day.').waitFor()
    await page.goto(`${server.url}/a/root/video-channels`)
    assert.equal(await main.getByRole('link', { name: /^Waves daily/ }).getAttribute('href'), '/c/waves_daily')
    await main.getByRole('link', { name: 'Pool 6', exact: true }).waitFor()
    assert.equal(
      await main.getByRole('link', { name: 'Pool 1', exact: true }).count(),
      0,
      'only the newest of a channel',
    )
    await main.getByText('9 videos', { exact: true }).waitFor()
    await page.goto(`${server.url}/c/root_channel?search=waves`)
    await main.getByText('3 videos', { exact: true }).waitFor()
    await main.getByText('Filters', { exact: true }).click()
    await main.getByLabel('Language').selectOption({ label: 'French' })
    await main.getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL(/languageOneOf=fr/)
    assert.deepEqual(await titles(), ['Waves by day'])
    await main.getByRole('searchbox').fill('night')
    await main.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/search=night/)
    assert.equal(new URL(page.url()).searchParams.get('languageOneOf'), 'fr', 'the filter stays')
    await main.getByRole('heading', { name: 'No video passes these filters' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a channel is supported in its own words, by keys; its people manage it, others mute it', async () => {
    const users = await api.send(
      'POST',
      '/api/v1/users',
      json({ username: 'mia', email: 'mia@example.org', password: 'a good password', role: 2 }),
    )
    assert.equal(users.status, 200)
    const invited = await api.send(
      'POST',
      '/api/v1/video-channels/waves_daily/collaborators/invite',
      json({ accountHandle: 'mia' }),
    )
    assert.equal(invited.status, 200)
    const { collaborator } = (await invited.json()) as any
    const mia = await signIn(server.url, 'mia', 'a good password')
    const accepted = await mia.send(
      'POST',
      `/api/v1/video-channels/waves_daily/collaborators/${collaborator.id}/accept`,
    )
    assert.equal(accepted.status, 204)
    const storageState = await signedInState(browser, server.url, 'mia', 'a good password')
    const { page, faults } = await openPage(browser, { storageState })
    const main = page.getByRole('main')
    await page.goto(`${server.url}/c/waves_daily`)
    await hydrated(page)
    const support = main.getByRole('link', { name: 'Support', exact: true })
    await support.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Support Waves daily' })
    assert.equal(await dialog.getByText('Shells').evaluate((found) => found.tagName), 'STRONG')
    await assertSound(page, 'support of a channel')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await support.evaluate((found) => found === document.activeElement), true)
    const manage = main.getByRole('link', { name: 'Manage the channel' })
    assert.equal(await manage.getAttribute('href'), '/my-library/video-channels/manage/waves_daily')
    await page.goto(`${server.url}/a/root`)
    await hydrated(page)
    await main.getByRole('button', { name: 'More actions' }).click()
    assert.equal(await page.getByRole('menuitem').count(), 1, 'what moderators do is not there')
    await page.getByRole('menuitem', { name: 'Mute root' }).press('Enter')
    await main.getByText('Muted', { exact: true }).waitFor()
    await assertSound(page, 'a muted account')
    const muted = async () => (await mia.get('/api/v1/users/me/blocklist/accounts')).total
    assert.equal(await muted(), 1)
    await page.reload()
    await main.getByText('Muted', { exact: true }).waitFor()
    await main.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Unmute root' }).click()
    await until('it is taken back', async () => (await muted()) === 0, patience)
    await main.getByText('Muted', { exact: true }).waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a moderator sees that an account is banned, and manages its user', async () => {
    const { id } = (await api.get('/api/v1/users?search=mia')).data[0]
    assert.equal((await api.send('POST', `/api/v1/users/${id}/block`, json({}))).status, 204)
    const storageState = await signedInState(browser, server.url, 'root', rootPassword)
    const { page, faults } = await openPage(browser, { storageState })
    const main = page.getByRole('main')
    await page.goto(`${server.url}/a/mia`)
    await main.getByText('Banned', { exact: true }).waitFor()
    await main.getByRole('button', { name: 'More actions' }).click()
    const user = page.getByRole('menuitem', { name: 'Manage the user' })
    assert.equal(await user.getAttribute('href'), `/admin/overview/users/update/${id}`)
    await page.getByRole('menuitem', { name: 'Mute mia for everybody' }).click()
    await main.getByText('Muted for everybody', { exact: true }).waitFor()
    assert.equal((await api.get('/api/v1/server/blocklist/accounts')).total, 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  for (const width of [390, 1440]) {
    test(`sound pages, ${width} px`, async () => {
      const { page, faults } = await openPage(browser, { viewport: { width, height: 850 } })
      for (const path of [
        '/search?search=waves',
        '/search?search=waves&resultType=channels',
        '/search?search=nobodysaysthis',
        '/videos/browse?categoryOneOf=1',
        '/c/root_channel/videos',
        '/c/root_channel/video-playlists',
        '/c/waves_daily/about',
        '/a/root/video-channels',
        '/videos/overview',
      ]) {
        await page.goto(server.url + path)
        await hydrated(page)
        if (path.includes('browse')) await page.locator('summary').first().click()
        await assertSound(page, `${path}, ${width} px`)
      }
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }
})
