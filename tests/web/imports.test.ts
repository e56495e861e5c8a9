import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import {
  answer,
  neverEnding,
  startRemoteSite,
  type RemoteSite,
} from '../../apps/server/src/features/imports/testing/remote-site.ts'
import { signIn } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSoundEverywhere } from '../support/sound-page.ts'

describe('imports in the browser', () => {
  let server: RealServer
  let browser: Browser
  let clips: Clips
  let remote: RemoteSite
  let state: BrowserContextOptions['storageState']
  const password = 'four quiet squids'

  before(async () => {
    const release = { name: 'no-such-program', url: '' }
    const http = { enabled: true, allow_private_addresses: true, youtube_dl_release: release }
    server = await startRealServer({
      settings: {
        rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, login: { max: 1000 } },
        transcoding: { enabled: false },
        import: { videos: { http, torrent: { enabled: false } }, video_channel_synchronization: { enabled: true } },
      },
    })
    const root = await signIn(server.url)
    const made = await root.send('POST', '/api/v1/users', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'emma', email: 'emma@example.org', password, role: 2, videoQuota: -1 }),
    })
    assert.equal(made.status, 200, await made.text())
    clips = await createClips()
    const clip = await readFile(await clips.make('clip.mp4', { duration: 2 }))
    remote = await startRemoteSite({
      '/A%20walk%20by%20the%20sea.mp4': answer(clip, 'video/mp4'),
      '/broken.mp4': answer('no video', 'video/mp4'),
      '/slow.mp4': neverEnding(clip, 'video/mp4'),
    })
    browser = await launchBrowser()
    state = await signedInState(browser, server.url, 'emma', password)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
    remote?.close()
  })

  async function open(path: string) {
    const opened = await openPage(browser, { storageState: state })
    await opened.page.goto(`${server.url}${path}`)
    await opened.page.getByRole('button', { name: 'Account of emma' }).waitFor()
    await hydrated(opened.page)
    return opened
  }

  const importFrom = async (page: Page, address: string) => {
    await page.getByLabel('Address of the video').fill(address)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
  }

  test('by address: what is wrong is said, what was typed stays, and the video comes', async () => {
    const { page, faults } = await open('/videos/publish')
    await page.getByRole('link', { name: 'By address' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Import by address' }).waitFor()
    assert.equal(new URL(page.url()).hash, '#import-url')
    await importFrom(page, 'the sea')
    await page.getByText('This is no address of the web').waitFor()
    await importFrom(page, `${remote.url}/page`)
    await page.getByRole('alert').getByText('This server has no no-such-program').waitFor()
    assert.equal(await page.getByLabel('Address of the video').inputValue(), `${remote.url}/page`)
    faults.length = 0
    await importFrom(page, `${remote.url}/A%20walk%20by%20the%20sea.mp4`)
    const card = page.getByRole('region', { name: 'A walk by the sea' })
    await card.getByText('Here').waitFor()
    await assertSoundEverywhere(page, 'import-by-address')
    await card.getByRole('link', { name: 'Describe the video' }).click()
    await page.waitForURL(/\/videos\/manage\//)
    assert.deepEqual(faults, [])
  })

  test('a way that the server does not offer says so', async () => {
    const { page } = await open('/videos/publish#import-torrent')
    await page.getByRole('heading', { name: 'Not on this server' }).waitFor()
    await assertSoundEverywhere(page, 'import-by-torrent-off')
    await page.getByRole('main').getByRole('link', { name: 'Send a file' }).last().click()
    await page.getByRole('button', { name: 'Choose a file' }).first().waitFor()
  })

  test('the list of imports: how far each is, why it failed, again, stopped, removed', async () => {
    const { page, faults } = await open('/videos/publish#import-url')
    await importFrom(page, `${remote.url}/broken.mp4`)
    await page.getByRole('region', { name: 'broken' }).getByText('Video file unreadable').waitFor()
    await importFrom(page, `${remote.url}/slow.mp4`)
    await page.getByRole('region', { name: 'slow' }).getByText('50%').waitFor()
    await page.getByRole('link', { name: 'All imports' }).first().click()
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await row('slow').getByText('On its way').waitFor()
    await row('broken').getByText('Video file unreadable').waitFor()
    const act = async (name: string, action: string) => {
      await row(name)
        .getByRole('button', { name: /More|Actions|menu/i })
        .click()
      await page.getByRole('menuitem', { name: action }).click()
    }
    await act('slow', 'Stop the import')
    await row('slow').getByText('Stopped').waitFor()
    // Nothing is under way any more: the table rests.
    await assertSoundEverywhere(page, 'imports')
    await act('broken', 'Try again')
    await page.getByText('“broken” is tried again.').waitFor()
    const emma = await signIn(server.url, 'emma', password)
    const hasFailedTwice = async () => {
      const { data } = await emma.get('/api/v1/users/me/videos/imports?search=broken')
      return data[0].attempts === 2 && data[0].state.id === 3
    }
    for (let tries = 0; tries < 200 && !(await hasFailedTwice()); tries++) await sleep(100)
    await page.reload()
    await hydrated(page)
    await act('broken', 'Remove from this list')
    await row('broken').waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
  })

  test('a channel is mirrored; what its state is and what failed is one step away', async () => {
    const { page, faults } = await open('/my-library/video-channel-syncs')
    await page.getByText('Nothing is mirrored yet').waitFor()
    await assertSoundEverywhere(page, 'mirrors-none')
    await page.getByRole('link', { name: 'Mirror a channel' }).first().click()
    await page.getByLabel('Channel or playlist elsewhere').fill('https://videos.example/c/sea')
    await assertSoundEverywhere(page, 'mirror-new')
    await page.getByRole('button', { name: 'Mirror it' }).click()
    const row = page.getByRole('row').filter({ hasText: 'https://videos.example/c/sea' })
    await row.getByText('Waiting for its first run').waitFor()
    await row.getByRole('button', { name: /More|Actions|menu/i }).click()
    await page.getByRole('menuitem', { name: 'Look for new videos now' }).click()
    await row.getByText('Something failed').waitFor()
    await row.getByText('This server has no no-such-program').waitFor()
    await assertSoundEverywhere(page, 'mirrors')
    await row.getByRole('button', { name: /Actions/i }).click()
    await page.getByRole('menuitem', { name: 'Its imports' }).click()
    await page.getByText('this one').first().waitFor()
    assert.deepEqual(faults, [])
  })
})
