import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { hydrated, launchBrowser, openPage, patience, signInByPage } from '../support/browser.ts'
import { signIn, until } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'

const rungs = ['144p', '240p', '360p']
const resolutions = Object.fromEntries(
  ['0p', '144p', '240p', '360p', '480p', '720p', '1080p', '1440p', '2160p'].map((name) => [name, rungs.includes(name)]),
)
/** bytes/s, so that the progress of the upload can be seen. */
const uplink = 300_000

describe('from a file to a video that plays, in a browser', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let page: Page
  let faults: string[]
  let clip: string
  let watchUrl: string
  /** States of renditions that the page was told. */
  const seen = new Set<string>()

  before(async () => {
    clips = await createClips()
    clip = await clips.make('a day at sea.mp4', { duration: 24 })
    server = await startRealServer({ settings: { transcoding: { enabled: true, resolutions } } })
    browser = await launchBrowser()
    ;({ page, faults } = await openPage(browser))
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  test('a wrong password is told, and what was typed stays', async () => {
    await signInByPage(page, server.url, 'root', 'not the password')
    await page.getByText('User name and password do not match.').waitFor()
    // The focus goes there, and the text is read with it.
    const password = page.getByRole('textbox', { name: 'Password' })
    assert.equal(await password.getAttribute('aria-invalid'), 'true')
    assert.ok(await password.evaluate((field) => document.activeElement === field))
    assert.equal(await page.getByLabel('User name or e-mail').inputValue(), 'root')
    assert.match(page.url(), /\/login/)
    // The refusal itself is a message of the browser.
    assert.deepEqual(
      faults.splice(0).filter((fault) => !fault.includes('/users/token')),
      [],
    )
  })

  test('the right one opens the way to the page for publishing', async () => {
    await page.goto(`${server.url}/videos/publish`)
    // Who is not signed in is asked to.
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Sign in' })
      .or(page.getByLabel('User name or e-mail'))
      .first()
      .waitFor()
    await signInByPage(page, server.url, 'root', rootPassword)
    await page.getByRole('button', { name: /^Account of/ }).waitFor()
    await page.getByRole('link', { name: 'Publish', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Drop a video here' }).waitFor()
  })

  test('a file that is no video and is dropped there is refused before anything is sent', async () => {
    const sent: string[] = []
    const listen = (request: { url(): string }) => request.url().includes('upload') && sent.push(request.url())
    page.on('request', listen)
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['hello'], 'notes.txt', { type: 'text/plain' }))
      return transfer
    })
    const area = page.getByRole('heading', { name: 'Drop a video here' })
    await area.dispatchEvent('dragover', { dataTransfer: dropped })
    await page.getByRole('heading', { name: 'Let go to upload' }).dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByRole('alert').filter({ hasText: 'notes.txt' }).waitFor()
    page.off('request', listen)
    assert.deepEqual(sent, [])
  })

  test('its way to the server is shown, and the form can be filled meanwhile', async () => {
    const network = await page.context().newCDPSession(page)
    const throttle = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 5,
        downloadThroughput: -1,
        uploadThroughput,
      })
    page.on('response', async (response) => {
      if (!response.url().includes('/transcoding-progress')) return
      const progress = await response.json().catch(() => ({ renditions: [] }))
      for (const { state } of progress.renditions) seen.add(state)
    })
    await throttle(uplink)
    await page.locator('input[type=file]').setInputFiles(clip)
    const card = page.getByRole('region', { name: 'a day at sea.mp4' })
    const bar = card.getByRole('progressbar')
    await bar.waitFor()
    const title = page.getByRole('textbox', { name: 'Title' })
    assert.equal(await title.inputValue(), 'a day at sea')
    await card.getByText(/\d.* of .*\d/).waitFor()
    await card.getByText(/\/s$/).waitFor()
    await card.getByText(/left$/).waitFor()
    const first = Number(await bar.getAttribute('value'))
    assert.ok(first < 1)
    await until('the bar moves', async () => {
      if ((await bar.count()) === 0) throw new Error('It ended before it moved.')
      const share = Number(await bar.getAttribute('value'))
      return share > first && share < 1
    })
    await title.fill('A day at sea, edited')
    await page.getByRole('textbox', { name: 'Description' }).fill('Waves, and **a boat**.')
    await page.getByRole('radio', { name: /^Public/ }).check()
    await throttle(-1)
    await card.getByRole('link', { name: 'Open the video' }).waitFor()
  })

  test('it is published with the title of the form, and each rendition tells how far it is', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Publish', exact: true }).click()
    for (const rung of rungs) await page.getByRole('progressbar', { name: rung }).waitFor()
    await page.getByRole('heading', { name: 'All renditions are ready' }).waitFor({ timeout: 90_000 })
    const bars = await page
      .getByRole('progressbar')
      .evaluateAll((found) => found.map((bar) => (bar as HTMLProgressElement).value))
    // The sound alone may be one more.
    assert.ok(bars.length >= rungs.length && bars.every((share) => share === 100), String(bars))
    assert.ok(seen.has('waiting') || seen.has('running'), `states on the way: ${[...seen].join()}`)
    const api = await signIn(server.url)
    const [video] = (await api.get('/api/v1/videos')).data
    assert.equal(video.name, 'A day at sea, edited')
    assert.equal(video.privacy.id, 1)
    assert.equal((await api.get(`/api/v1/videos/${video.uuid}`)).description, 'Waves, and **a boat**.')
  })

  test('its page plays it', async () => {
    await page.getByRole('link', { name: 'Open the video' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'A day at sea, edited' }).waitFor()
    watchUrl = page.url()
    assert.match(watchUrl, /\/w\/[A-Za-z0-9]{20,}$/)
    const video = page.locator('video')
    const big = page.getByRole('button', { name: 'Play', exact: true }).first()
    // It may already play by itself: it was opened by a link.
    await until('it plays', async () => {
      if (!(await video.evaluate((media: HTMLVideoElement) => media.paused))) return true
      await big.click({ timeout: 2000 })
      return false
    })
    const at = () => video.evaluate((media: HTMLVideoElement) => media.currentTime)
    const first = await until('the first frames', at)
    await until('the time moves', async () => (await at()) > first + 0.5)
    assert.equal(await video.evaluate((media: HTMLVideoElement) => media.error), null)
  })

  test('another quality is loaded when it is chosen', async () => {
    const video = page.locator('video')
    const loaded = (): number[] => resolutionsOf(requests)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const height = () => video.evaluate((media: HTMLVideoElement) => media.videoHeight)
    const before = await until('a picture', height)
    const wanted = before === 144 ? 240 : 144
    await chooseQuality(page, `${wanted}p`)
    await until(`fragments of ${wanted}p`, async () => loaded().includes(wanted), patience)
    await until(`a picture of ${wanted} lines`, async () => (await height()) === wanted, patience)
    const then = await video.evaluate((media: HTMLVideoElement) => media.currentTime)
    await until('it goes on', async () => (await video.evaluate((media: HTMLVideoElement) => media.currentTime)) > then)
    requests.length = 0
    await chooseQuality(page, '360p')
    await until('fragments of 360p', async () => loaded().includes(360), patience)
    await until('a picture of 360 lines', async () => (await height()) === 360, patience)
  })

  test('it is on the home page for a visitor, who can watch it too', async () => {
    const visitor = await openPage(browser)
    await visitor.page.goto(server.url)
    await visitor.page.getByRole('main').getByRole('link', { name: 'A day at sea, edited' }).first().click()
    await visitor.page.getByRole('heading', { level: 1, name: 'A day at sea, edited' }).waitFor()
    await hydrated(visitor.page)
    const media = visitor.page.locator('video')
    await until('it plays', async () => {
      if (await media.evaluate((video: HTMLVideoElement) => !video.paused && video.currentTime > 0.3)) return true
      const big = visitor.page.getByRole('button', { name: 'Play', exact: true }).first()
      if (await media.evaluate((video: HTMLVideoElement) => video.paused)) await big.click({ timeout: 2000 })
      return false
    })
    assert.deepEqual(visitor.faults, [])
    await visitor.page.context().close()
  })

  test('it is among "my videos", where it can be edited', async () => {
    await page.goto(`${server.url}/my-library/videos`)
    const row = page.getByRole('row').filter({ hasText: 'A day at sea, edited' })
    await row.getByText('Public').waitFor()
    await row.getByText('Published', { exact: true }).waitFor()
    await row.getByRole('link', { name: 'A day at sea, edited', exact: true }).click()
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.fill('no')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('A title has 3 to 120 characters.').waitFor()
    await title.fill('Two days at sea')
    await page.getByRole('radio', { name: /^Private/ }).check()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    await page.goto(watchUrl)
    await page.getByRole('heading', { level: 1, name: 'Two days at sea' }).waitFor()
    assert.equal((await fetch(`${server.url}/api/v1/videos`).then((response) => response.json() as any)).total, 0)
  })

  test('it is deleted after a question that names it', async () => {
    await page.goto(`${server.url}/my-library/videos`)
    const row = page.getByRole('row').filter({ hasText: 'Two days at sea' })
    const ask = async () => {
      await row.getByRole('button', { name: /^Actions for/ }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
    }
    await ask()
    const question = page.getByRole('dialog', { name: /Two days at sea/ })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await ask()
    await question.getByRole('button', { name: 'Delete the video for good' }).click()
    await row.waitFor({ state: 'detached' })
    assert.equal((await fetch(watchUrl)).status, 404)
    const api = await signIn(server.url)
    assert.equal((await api.get('/api/v1/users/me/videos')).total, 0)
  })

  test('who signs out is signed out', async () => {
    await page.goto(server.url)
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
    await page.goto(`${server.url}/my-library/videos`)
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Sign in' })
      .or(page.getByLabel('User name or e-mail'))
      .first()
      .waitFor()
    assert.equal(await page.getByRole('row').count(), 0)
  })

  test('an address that nobody has is a page with the status 404', async () => {
    const response = await page.goto(`${server.url}/there/is/nothing`)
    assert.equal(response!.status(), 404)
    await page.getByRole('heading', { name: 'Nothing swims here' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Go home' }).click()
    await page.waitForURL(`${server.url}/`)
  })

  test('and on the whole way nothing broke', () => {
    // The browser itself reports the 404 that was asked for, and refused tokens.
    const expected = /status of (404|401|400)/
    assert.deepEqual(
      faults.filter((fault) => !expected.test(fault)),
      [],
    )
  })
})

function resolutionsOf(urls: readonly string[]): number[] {
  return urls.flatMap((url) => /-(\d+)-fragmented\.mp4/.exec(url)?.[1] ?? []).map(Number)
}

async function chooseQuality(page: Page, label: string): Promise<void> {
  const player = page.locator('video').locator('..')
  await page.locator('video').hover()
  await player.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Quality' }).click()
  await page.getByRole('menuitemradio', { name: label }).click()
  await page.keyboard.press('Escape')
}
