import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import { hydrated, launchBrowser, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openLivePage } from '../support/visit-page.ts'

const json = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('what people do not want to see', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let api: Api
  let harsh: UploadedVideo
  let plain: UploadedVideo
  let member: BrowserContextOptions['storageState']

  before(async () => {
    clips = await createClips()
    const settings = { transcoding: { enabled: false }, instance: { default_nsfw_policy: 'warn' } }
    server = await startRealServer({ settings })
    api = await signIn(server.url)
    const clip = await clips.make('clip.mp4', { width: 256, height: 144, duration: 20 })
    plain = await uploadVideo(api, clip, { name: 'Calm sea', language: 'en', support: 'Send **shells**' })
    harsh = await uploadVideo(api, clip, { name: 'Rough sea', language: 'fr' })
    const said = { nsfw: true, nsfwFlags: 1, nsfwSummary: 'Somebody drowns.' }
    assert.equal((await api.send('PUT', `/api/v1/videos/${harsh.uuid}`, json(said))).status, 204)
    browser = await launchBrowser()
    member = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const visit = (path: string, options: BrowserContextOptions = {}) => openLivePage(browser, server.url + path, options)

  const prefer = async (wishes: object) =>
    assert.equal((await api.send('PUT', '/api/v1/users/me', json(wishes))).status, 204)
  const paused = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
  const play = (page: Page) => page.locator('media-play-button')

  test('a sensitive video says why, does not play by keys, and plays once somebody wants to see it', async () => {
    for (const path of [`/w/${harsh.shortUUID}`, `/videos/embed/${harsh.shortUUID}`]) {
      const { page, faults } = await visit(path)
      const veil = page.getByRole('region', { name: 'Sensitive content' })
      await veil.getByText('Violence').waitFor()
      await veil.getByText('Somebody drowns.').waitFor()
      await page.keyboard.press('k')
      await play(page).waitFor({ state: 'attached' })
      await assertSound(page, `a sensitive video at ${path}`)
      await page.keyboard.press('k')
      await new Promise((resolve) => setTimeout(resolve, 500))
      assert.equal(await paused(page), true)
      await veil.getByRole('button', { name: 'Watch anyway' }).click()
      await veil.waitFor({ state: 'detached' })
      await until('it plays', async () => !(await paused(page)))
      assert.deepEqual(faults, [])
      await page.context().close()
    }
  })

  test('without script, too, it is seen only after it was asked for', async () => {
    const { page } = await visit(`/w/${harsh.shortUUID}`, { javaScriptEnabled: false })
    await page.getByText('Somebody drowns.').waitFor()
    await page.locator('label', { hasText: 'Watch anyway' }).click()
    await page.getByText('Somebody drowns.').waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('without an account this browser keeps the choice: marked, blurred, left out', async () => {
    const { page, main } = await visit('/videos/browse')
    const card = main.getByRole('article').filter({ hasText: 'Rough sea' })
    await card.getByText('Sensitive').waitFor()
    assert.equal(await card.locator('.veiled').count(), 0)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('Sensitive videos').selectOption('blur')
    await card.locator('.veiled').waitFor()
    await page.getByLabel('Sensitive videos').selectOption('do_not_list')
    await card.waitFor({ state: 'detached' })
    await page.reload()
    await hydrated(page)
    await card.waitFor({ state: 'detached' })
    await main.getByText('Calm sea').first().waitFor()
    await page.context().close()
  })

  test('the account’s languages and its policy hold from the first page on', async () => {
    await prefer({ videoLanguages: ['en'] })
    const { page, main } = await visit('/', { storageState: member })
    await main.getByText('Rough sea').first().waitFor({ state: 'detached' })
    await main.getByText('Calm sea').first().waitFor()
    await page.goto(`${server.url}/search?search=sea`)
    await main.getByText('Only videos in the language that you understand.').waitFor()
    await main.getByText('Rough sea').first().waitFor({ state: 'detached' })
    await prefer({ videoLanguages: null, nsfwPolicy: 'warn', nsfwFlagsBlurred: 1 })
    await page.goto(`${server.url}/`)
    await main.getByRole('article').filter({ hasText: 'Rough sea' }).locator('.veiled').waitFor()
    await prefer({ nsfwPolicy: 'display', nsfwFlagsBlurred: 0 })
    await page.goto(`${server.url}/w/${harsh.shortUUID}`)
    await page.getByRole('region', { name: 'Sensitive content' }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a moderator blocks a video, its page says so, and lets it be seen again', async () => {
    const { page, main } = await visit(`/w/${plain.shortUUID}`, { storageState: member })
    const more = main.getByRole('button', { name: 'More actions' })
    await more.click()
    await page.getByRole('menuitem', { name: 'Block this video' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Reason/).fill('x')
    await dialog.getByRole('button', { name: 'Block', exact: true }).click()
    await dialog.getByText('2 to 300 characters, or none.').waitFor()
    await dialog.getByLabel(/^Reason/).fill('Not theirs')
    await dialog.getByRole('button', { name: 'Block', exact: true }).click()
    await main.getByText('Reason: Not theirs').waitFor()
    const seen = await fetch(`${server.url}/api/v1/videos/${plain.uuid}`)
    assert.ok([401, 403, 404].includes(seen.status), `a guest gets ${seen.status}`)
    await more.click()
    await page.getByRole('menuitem', { name: 'Unblock this video' }).click()
    await main.getByText('Reason: Not theirs').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a video is supported; the right button of the mouse mirrors it and copies its address', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page, main } = await visit(`/w/${plain.shortUUID}`, { permissions })
    await main.getByRole('button', { name: 'Support' }).click()
    await page.getByRole('dialog').getByText('shells').waitFor()
    await page.keyboard.press('Escape')
    await main.getByRole('button', { name: 'Play', exact: true }).first().waitFor()
    const menu = page.getByRole('menu', { name: 'Of this video' })
    const press = () => page.locator('media-controller').click({ button: 'right', position: { x: 40, y: 40 } })
    await press()
    await menu.waitFor()
    await assertSound(page, 'the menu of the right button')
    await menu.getByRole('menuitemcheckbox', { name: 'Mirror' }).click()
    assert.equal(await page.locator('video').evaluate((video) => video.style.scale), '-1 1')
    await page.keyboard.press('h')
    assert.equal(await page.locator('video').evaluate((video) => video.style.scale), '')
    await press()
    await menu.getByRole('menuitem', { name: 'Copy the address', exact: true }).click()
    await until('copied', async () => (await page.evaluate(() => navigator.clipboard.readText())) !== '')
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${server.url}/w/${plain.shortUUID}`)
    await press()
    await menu.getByRole('menuitem').first().waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await page.context().close()
  })
})
