import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { addressChanges, countAddressChanges, hydrated, launchBrowser, openPage, patience } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'

describe('a playlist beside the player', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let api: Api
  let address: string
  let uuid: string
  let secret: string

  before(async () => {
    clips = await createClips()
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    api = await signIn(server.url)
    const clip = await clips.make('sea.mp4', { width: 256, height: 144, duration: 12 })
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const response = await api.send('POST', path, { headers, body: JSON.stringify(body) })
      assert.equal(response.status, 200)
      return response.json() as Promise<any>
    }
    const lists = '/api/v1/video-playlists'
    const open = { displayName: 'Dives', privacy: 1, videoChannelId: await api.channelId() }
    const { videoPlaylist } = await post(lists, open)
    secret = (await post(lists, { displayName: 'Only mine', privacy: 3 })).videoPlaylist.shortUUID
    for (const [name, privacy, part] of [
      ['First', '1', { startTimestamp: 4, stopTimestamp: 6 }],
      ['Hidden', '3', {}],
      ['Last', '1', {}],
    ] as const) {
      const { id } = await uploadVideo(api, clip, { name, privacy })
      await post(`${lists}/${videoPlaylist.id}/videos`, { videoId: id, ...part })
    }
    address = `${server.url}/w/p/${videoPlaylist.shortUUID}`
    uuid = videoPlaylist.uuid
    browser = await launchBrowser()
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  test('a part of the first video plays, then the next one that can be played', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address)
    await hydrated(page)
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: 'First' }).waitFor()
    const elements = main.getByRole('list', { name: 'Videos of the playlist' })
    assert.match((await elements.locator('[aria-current="true"]').textContent()) ?? '', /First/)
    await elements.getByText('This video is private.').waitFor()
    await assertSound(page, 'a playlist')
    const time = () => page.locator('video').evaluate(({ currentTime }: HTMLVideoElement) => currentTime)
    await page.keyboard.press('k')
    await until('it starts where its part does', async () => (await time()) >= 4, patience)
    await page.waitForURL(`${address}?playlistPosition=3`)
    await main.getByRole('heading', { level: 1, name: 'Last' }).waitFor()
    await until('the next one plays', async () => (await time()) > 0, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('its address of old becomes the one of today, once', async () => {
    const { page, faults } = await openPage(browser)
    await countAddressChanges(page)
    await page.goto(`${server.url}/w/p/${uuid}`)
    await page.waitForURL(address)
    await hydrated(page)
    assert.equal(await addressChanges(page), 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('next, previous and repeat', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${address}?playlistPosition=last`)
    await hydrated(page)
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: 'Last' }).waitFor()
    await main.getByRole('link', { name: 'Previous in the playlist' }).click()
    await page.waitForURL(`${address}?playlistPosition=1`)
    await main.getByRole('button', { name: 'Next in the playlist' }).click()
    await page.waitForURL(`${address}?playlistPosition=3`)
    await main.getByRole('button', { name: 'Repeat the playlist' }).click()
    await main.getByRole('button', { name: 'Next in the playlist' }).click()
    await page.waitForURL(`${address}?playlistPosition=1`)
    await main.getByRole('button', { name: 'Share' }).click()
    assert.equal(await page.getByLabel('Link', { exact: true }).inputValue(), `${address}?playlistPosition=1`)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the control bar and the keys lead on and back; full screen, theatre, speed and volume stay', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address)
    await hydrated(page)
    const main = page.getByRole('main')
    const media = page.locator('video')
    const player = page.locator('media-controller')
    const state = () =>
      media.evaluate((one: HTMLVideoElement) => ({
        screen: document.fullscreenElement?.localName,
        theatre: document.documentElement.dataset['theatre'] !== undefined,
        speed: one.playbackRate,
        volume: one.volume,
        playing: !one.paused && one.currentTime > 0,
      }))
    await main.getByRole('button', { name: 'Play', exact: true }).first().click()
    await until('it plays', async () => (await state()).playing, patience)
    await page.keyboard.press('t')
    await page.keyboard.press('>')
    await page.keyboard.press('ArrowDown')
    // By keys: what is not touched for some seconds hides its buttons.
    await player.locator('media-fullscreen-button').press('Enter')
    await until('full screen', async () => (await state()).screen === 'media-controller', patience)
    const kept = { screen: 'media-controller', theatre: true, speed: 1.1, volume: 0.9, playing: true }
    await player.getByRole('button', { name: 'Next: Last' }).press('Enter')
    await page.waitForURL(`${address}?playlistPosition=3`)
    await until('the next one plays', async () => (await state()).playing, patience)
    assert.deepEqual(await state(), kept)
    assert.equal(await player.getByRole('button', { name: /^Next/ }).count(), 0)
    await page.keyboard.press('Shift+P')
    await page.waitForURL(`${address}?playlistPosition=1`)
    await until('the one before plays', async () => (await state()).playing, patience)
    assert.deepEqual(await state(), kept)
    await page.keyboard.press('f')
    await until('the page again', async () => (await state()).screen === undefined, patience)
    await main.getByRole('heading', { level: 1, name: 'First' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('without script its videos are links; a private one is a 404 that tells nothing', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(address)
    const elements = page.getByRole('list', { name: 'Videos of the playlist' })
    assert.equal(await elements.getByRole('link').count(), 2)
    assert.equal(await page.locator('meta[property="og:title"]').getAttribute('content'), 'Dives')
    await elements.getByRole('link', { name: /Last/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Last' }).waitFor()
    await page.context().close()
    const hidden = await fetch(`${server.url}/w/p/${secret}`)
    assert.equal(hidden.status, 404)
    assert.ok(!(await hidden.text()).includes('Only mine'))
    assert.equal((await fetch(`${server.url}/w/p/3f0c3c1e-9d4b-4f0e-8a51-0d7f1cf2a111`)).status, 404)
  })
})
