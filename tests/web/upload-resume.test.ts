import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage, signInByPage } from '../support/browser.ts'
import { signIn, until } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'

/** bytes/s: slow enough to reload the page on the way. */
const uplink = 400_000

describe('an upload that a reload of the page stops', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let page: Page
  let clip: string
  let other: string

  before(async () => {
    clips = await createClips()
    clip = await clips.make('a long day.mp4', { width: 1280, height: 720, duration: 40 })
    other = await clips.make('another day.mp4')
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    browser = await launchBrowser()
    ;({ page } = await openPage(browser))
    await signInByPage(page, server.url, 'root', rootPassword)
    await page.getByRole('button', { name: /^Account of/ }).waitFor()
    await page.goto(`${server.url}/videos/publish`)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  test('goes on from where it was when the same file is chosen again; what was typed is there', async () => {
    const size = (await stat(clip)).size
    const ranges = sentRanges(page)
    const network = await page.context().newCDPSession(page)
    const throttle = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 5, downloadThroughput: -1, uploadThroughput },
      })
    await throttle(uplink)
    await page.locator('input[type=file]').setInputFiles(clip)
    await page.getByRole('textbox', { name: 'Title' }).fill('A day that goes on')
    // A part has been confirmed once the next one is on its way.
    await until('a second part', async () => ranges.some(([from]) => from > 0))

    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('heading', { name: 'An upload is waiting' }).waitFor()
    await page.locator('input[type=file]').setInputFiles(other)
    await page.getByRole('alert').filter({ hasText: 'That is another file.' }).waitFor()

    ranges.length = 0
    await throttle(-1)
    await page.locator('input[type=file]').setInputFiles(clip)
    const card = page.getByRole('region', { name: 'a long day.mp4' })
    await card.getByRole('link', { name: 'Open the video' }).waitFor()
    assert.ok(ranges.length > 0 && ranges.every(([from]) => from > 0), `sent from ${ranges.join(' and ')} of ${size}`)
    assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), 'A day that goes on')

    const api = await signIn(server.url)
    const [video] = (await api.get('/api/v1/users/me/videos')).data
    const { files } = await api.get(`/api/v1/videos/${video.uuid}`)
    assert.equal(files[0].size, size)
    await page.reload()
    await page.getByRole('heading', { name: 'Drop a video here' }).waitFor()
  })
})

/** First and last byte of each part that the page sends from now on. */
function sentRanges(page: Page): [from: number, to: number][] {
  const ranges: [number, number][] = []
  page.on('request', (request) => {
    const [, from, to] = /^bytes (\d+)-(\d+)\/\d+$/.exec(request.headers()['content-range'] ?? '') ?? []
    if (from && to) ranges.push([Number(from), Number(to)])
  })
  return ranges
}
