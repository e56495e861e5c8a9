import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { published, signIn, until, uploadVideo } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, patience, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openTab, type Tab } from '../support/visit-page.ts'

const widths = { 'a phone': 390, 'a desk': 1440 }

const deviceOf = (width: number): BrowserContextOptions =>
  width < 500
    ? { viewport: { width, height: 850 }, hasTouch: true, isMobile: true }
    : { viewport: { width, height: 850 } }

describe('for every hand and eye', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let video: any
  let signedIn: BrowserContextOptions['storageState']

  before(async () => {
    clips = await createClips()
    const clip = await clips.make('clip.mp4', { width: 256, height: 144, duration: 20 })
    const all = ['0p', '144p', '240p', '360p', '480p', '720p', '1080p', '1440p', '2160p']
    const resolutions = Object.fromEntries(all.map((name) => [name, name === '144p']))
    server = await startRealServer({ settings: { transcoding: { enabled: true, resolutions } } })
    const api = await signIn(server.url)
    const word = 'Averylongwordthatcannotbebrokenanywhere'
    const sent = [
      await uploadVideo(api, clip, {
        name: `Waves ${word}${word}${word}`.slice(0, 120),
        description: `https://example.org/${'path/'.repeat(60)}\n\n${'A line of text. '.repeat(80)}`,
        'tags[0]': 'sea',
      }),
      await uploadVideo(api, clip, { name: 'Another video', privacy: '3' }),
    ]
    ;[video] = await Promise.all(sent.map(({ uuid }) => published(api, uuid, 1)))
    browser = await launchBrowser()
    signedIn = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  /** What shows that a page is complete, so that not its skeleton is looked at. */
  const pages: { name: string; path: () => string; member?: boolean; ready: (page: Page) => Promise<unknown> }[] = [
    {
      name: 'home',
      path: () => '/',
      ready: (page) =>
        page
          .getByRole('main')
          .getByRole('link', { name: /^Waves/ })
          .first()
          .waitFor(),
    },
    {
      name: 'watch',
      path: () => `/w/${video.shortUUID}`,
      ready: async (page) => {
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor()
      },
    },
    { name: 'login', path: () => '/login', ready: (page) => page.getByLabel('User name or e-mail').waitFor() },
    {
      name: 'search',
      path: () => '/search?search=waves',
      ready: (page) => page.getByRole('main').getByRole('heading').first().waitFor(),
    },
    {
      name: 'about',
      path: () => '/about/instance',
      ready: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
    },
    {
      name: 'channel',
      path: () => '/c/root_channel/videos',
      ready: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
    },
    {
      name: 'publish',
      path: () => '/videos/publish',
      member: true,
      ready: (page) => page.getByRole('button', { name: 'Choose a file' }).first().waitFor(),
    },
    {
      name: 'my videos',
      path: () => '/my-library/videos',
      member: true,
      ready: (page) => page.getByText('Another video').first().waitFor(),
    },
    {
      name: 'edit',
      path: () => `/videos/manage/${video.shortUUID}`,
      member: true,
      ready: (page) => page.getByRole('textbox', { name: 'Title' }).waitFor(),
    },
    { name: '404', path: () => '/nothing/here', ready: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  ]

  for (const [device, width] of Object.entries(widths)) {
    describe(`on ${device}, no violation in either theme, nothing to scroll sideways, nothing broken`, () => {
      let guest: Tab
      let person: Tab

      before(async () => {
        guest = await openTab(browser, deviceOf(width))
        person = await openTab(browser, { ...deviceOf(width), storageState: signedIn })
      })
      after(() => Promise.all([guest?.close(), person?.close()]))

      for (const { name, path, member, ready } of pages) {
        test(name, () =>
          (member ? person : guest).visit(
            server.url + path(),
            async (page) => {
              await ready(page)
              await hydrated(page)
              await assertSound(page, `${name}, ${width} px`)
            },
            name === '404' ? /404/ : undefined,
          ),
        )
      }
    })
  }

  for (const [device, width] of Object.entries(widths)) {
    test(`menus and dialogs on ${device}`, async () => {
      const { page, faults } = await openPage(browser, { ...deviceOf(width), storageState: signedIn })
      await page.goto(`${server.url}/w/${video.shortUUID}`)
      await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor()
      await hydrated(page)
      await page.getByRole('button', { name: /^Account of/ }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      await assertSound(page, `account menu, ${width} px`)
      await page.keyboard.press('Escape')

      for (const action of ['Share', 'Download']) {
        await page.getByRole('main').getByRole('button', { name: action }).click()
        await page.getByRole('dialog').waitFor()
        await assertSound(page, `${action}, ${width} px`)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }

      await page.locator('media-controller').hover()
      await page.getByRole('main').getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('menuitem', { name: 'Quality' }).waitFor()
      await assertSound(page, `menu of the player, ${width} px`)
      await page.getByRole('menuitem', { name: 'Speed' }).click()
      await page.getByRole('menuitemradio', { name: 'Normal' }).waitFor()
      await assertSound(page, `speeds, ${width} px`)

      await page.goto(`${server.url}/my-library/videos`)
      await page.getByRole('button', { name: 'Actions for Another video' }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).waitFor()
      await assertSound(page, `menu of a row, ${width} px`)
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await page.getByRole('dialog').waitFor()
      await assertSound(page, `question before deleting, ${width} px`)
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())

  test('the first press of Tab reaches the way to the content, which leads there', async () => {
    const { page } = await openPage(browser)
    for (const path of ['/', `/w/${video.shortUUID}`, '/login', '/nothing/here']) {
      await page.goto(server.url + path)
      await hydrated(page)
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: 'Skip to content' })
      assert.equal(await focused(page), 'Skip to content', path)
      assert.ok(await skip.evaluate((link) => link.getBoundingClientRect().top >= 0), 'it is seen')
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
    }
    await page.context().close()
  })

  test('the player is played, paused, sought and muted by keys', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${server.url}/w/${video.shortUUID}`)
    await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor()
    await hydrated(page)
    const media = page.locator('video')
    const state = () =>
      media.evaluate(({ paused, muted, currentTime }: HTMLVideoElement) => ({ paused, muted, currentTime }))
    await page.keyboard.press('k')
    await until('k plays', async () => !(await state()).paused && (await state()).currentTime > 0.2, patience)
    await page.keyboard.press('k')
    await until('k pauses', async () => (await state()).paused, patience)
    const { currentTime } = await state()
    await page.keyboard.press('ArrowRight')
    await until('right seeks', async () => (await state()).currentTime >= currentTime + 4, patience)
    await page.keyboard.press('m')
    await until('m mutes', async () => (await state()).muted, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the big button and the menu of the player are reached and left by keys', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/w/${video.shortUUID}`)
    const play = page.getByRole('button', { name: 'Play', exact: true }).first()
    await play.waitFor()
    await hydrated(page)
    await play.focus()
    await page.keyboard.press('Enter')
    const media = page.locator('video')
    await until('it plays', () => media.evaluate((video: HTMLVideoElement) => !video.paused), patience)
    const settings = page.getByRole('main').getByRole('button', { name: 'Settings' })
    await settings.focus()
    await page.keyboard.press('Enter')
    const first = page.getByRole('menuitem', { name: 'Quality' })
    await first.waitFor()
    await until('the focus is in the menu', () => first.evaluate((item) => item === document.activeElement), patience)
    await page.keyboard.press('ArrowDown')
    assert.match((await focused(page)) ?? '', /^Speed/)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: '1.5×' }).focus()
    await page.keyboard.press('Enter')
    await until(
      'it is faster',
      async () => (await media.evaluate((video: HTMLVideoElement) => video.playbackRate)) === 1.5,
    )
    await page.keyboard.press('Escape')
    await until('the focus is back', () => settings.evaluate((button) => button === document.activeElement), patience)
    await page.context().close()
  })

  test('signing in needs no mouse', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/login`)
    await hydrated(page)
    await page.getByLabel('User name or e-mail').focus()
    await page.keyboard.type('root')
    await page.keyboard.press('Tab')
    await page.keyboard.type(rootPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Account of/ }).waitFor()
    await page.context().close()
  })
})
