import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import { hydrated, launchBrowser, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openTab, rowOf, visitPage, type Tab, type VisitOptions } from '../support/visit-page.ts'

type Kept = BrowserContextOptions['storageState']

describe('pages of moderation', () => {
  let server: RealServer
  let browser: Browser
  let clips: Clips
  let root: Api
  let ada: Api
  let asRoot: Kept
  let asModerator: Kept
  let asAda: Kept
  let tide: UploadedVideo

  before(async () => {
    clips = await createClips()
    server = await startRealServer({
      settings: {
        transcoding: { enabled: false },
        rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, login: { max: 1000 } },
      },
    })
    root = await signIn(server.url)
    for (const [username, role] of [
      ['mod', 1],
      ['ada', 2],
      ['bob', 2],
    ] as const) {
      await send(root, 'POST', '/api/v1/users', {
        username,
        email: `${username}@example.org`,
        password: 'a good password',
        role,
      })
    }
    ada = await signIn(server.url, 'ada', 'a good password')
    const clip = await clips.make('tide.mp4', { duration: 5 })
    tide = await uploadVideo(ada, clip, { name: 'Tide pools' })
    await uploadVideo(ada, clip, { name: 'Casino at sea' })
    browser = await launchBrowser()
    asRoot = await signedInState(browser, server.url, 'root', rootPassword)
    asModerator = await signedInState(browser, server.url, 'mod', 'a good password')
    asAda = await signedInState(browser, server.url, 'ada', 'a good password')
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  async function send(by: Api, method: string, path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const answer = await by.send(method, path, { headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`)
  }

  /** Faults fail the test, except refusals that it brings about. */
  const visit = (path: string, storageState: Kept, use: (page: Page) => Promise<unknown>, options: VisitOptions = {}) =>
    visitPage(
      browser,
      `${server.url}${path}`,
      async (page) => {
        await hydrated(page)
        await use(page)
      },
      { storageState, ...options },
    )

  const choose = async (page: Page, row: string, action: string) => {
    await rowOf(page, row)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    await page.getByRole('menuitem', { name: action, exact: true }).click()
  }
  const say = (by: Api, text: string) => send(by, 'POST', `/api/v1/videos/${tide.uuid}/comment-threads`, { text })

  test('somebody is muted by name, who does not exist stays in the field with the cause, and is unmuted', async () => {
    await visit(
      '/my-account/blocklist/accounts',
      asAda,
      async (page) => {
        await page.getByText('No muted accounts').waitFor()
        await page.getByRole('button', { name: 'Mute', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: 'Mute accounts' })
        await dialog.getByLabel('Accounts').fill('@bob\nnobody')
        await dialog.getByRole('button', { name: 'Mute', exact: true }).click()
        await dialog.getByRole('alert').getByText('Not muted: nobody.').waitFor()
        await until(
          'only the refused one is left',
          async () => (await dialog.getByLabel('Accounts').inputValue()) === 'nobody',
        )
        await page.keyboard.press('Escape')
        await rowOf(page, '@bob').waitFor()
        assert.equal((await ada.get('/api/v1/users/me/blocklist/accounts')).total, 1)
        await choose(page, '@bob', 'Unmute')
        await page.getByText('bob is no longer muted.').waitFor()
        await page.getByText('No muted accounts').waitFor()
        await page.getByRole('link', { name: 'Servers', exact: true }).click()
        await page.getByText('No muted servers').waitFor()
      },
      { refused: /404/ },
    )
    assert.equal((await ada.get('/api/v1/users/me/blocklist/accounts')).total, 0)
  })

  test('a moderator mutes servers for everybody', async () => {
    await visit('/admin/moderation/blocklist/servers', asModerator, async (page) => {
      await page.getByRole('button', { name: 'Mute', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Mute servers' })
      await dialog.getByLabel('Servers').fill('https://spam.example.org/\nworse.example.net')
      await dialog.getByRole('button', { name: 'Mute', exact: true }).click()
      await page.getByText('2 were muted.').waitFor()
      await rowOf(page, 'spam.example.org').waitFor()
      await choose(page, 'worse.example.net', 'Unmute')
      await page.getByText('worse.example.net is no longer muted.').waitFor()
    })
    const { data } = await root.get('/api/v1/server/blocklist/servers')
    assert.deepEqual(
      data.map((one: any) => one.blockedServer.host),
      ['spam.example.org'],
    )
  })

  test('a list of words is written, and what matches is held until it is approved', async () => {
    await visit(
      '/my-library/watched-words/list',
      asAda,
      async (page) => {
        await page.getByRole('button', { name: 'Create a list' }).click()
        const dialog = page.getByRole('dialog', { name: 'Create a list' })
        await dialog.getByRole('button', { name: 'Save changes' }).click()
        await dialog.getByText('A list has a name.').waitFor()
        await dialog.getByLabel('Name of the list').fill('Rude')
        await dialog.getByLabel('Words', { exact: true }).fill('barnacle\nsea dog')
        await dialog.getByRole('button', { name: 'Save changes' }).click()
        await page.getByText('The list Rude was saved.').waitFor()
        await rowOf(page, 'barnacle, sea dog').waitFor()
        await page.getByRole('button', { name: 'Create a list' }).click()
        await dialog.getByLabel('Name of the list').fill('Rude')
        await dialog.getByLabel('Words', { exact: true }).fill('other')
        await dialog.getByRole('button', { name: 'Save changes' }).click()
        await dialog.getByText('There is a list of this name already.').waitFor()
        await page.keyboard.press('Escape')
        const policy = page.getByRole('form', { name: 'Hold comments that match' })
        await policy.getByLabel('Rude').check()
        await policy.getByRole('button', { name: 'Save changes' }).click()
        await policy.getByText('Saved.').waitFor()
      },
      { refused: /400/ },
    )
    await say(await signIn(server.url, 'bob', 'a good password'), 'You old SEA DOG!')
    await visit('/my-library/comments-on-my-videos?held=true&tag=Rude', asAda, async (page) => {
      await choose(page, 'You old SEA DOG!', 'Approve')
      await page.getByText('The comment by bob is shown now.').waitFor()
    })
  })

  test('all comments: those of one author are found, their author muted and unmuted, and all of them deleted', async () => {
    const bob = await signIn(server.url, 'bob', 'a good password')
    await say(bob, 'First of many')
    await say(bob, 'Second of many')
    await visit('/admin/overview/comments/list?in=author&search=bob', asModerator, async (page) => {
      await choose(page, 'First of many', 'Mute the author for everybody')
      await page.getByText('bob was muted.').waitFor()
      await page.getByText('Nothing matches').waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await choose(page, 'Second of many', 'Delete all of this author')
      const dialog = page.getByRole('dialog', { name: 'Delete all comments by bob?' })
      await dialog.getByRole('button', { name: 'Delete all of this author' }).click()
      await page.getByText('The comments by bob are being deleted.').waitFor()
    })
    await until('they are gone', async () => {
      const { data } = await root.get('/api/v1/videos/comments?search=of+many')
      return data.length === 0
    })
  })

  test('a rule blocks a video; a moderator keeps it blocked with a reason, and then lets it go', async () => {
    await visit('/admin/moderation/watched-words/list', asModerator, async (page) => {
      await page.getByRole('button', { name: 'Create a list' }).click()
      const dialog = page.getByRole('dialog', { name: 'Create a list' })
      await dialog.getByLabel('Name of the list').fill('Gambling')
      await dialog.getByLabel('Words', { exact: true }).fill('casino')
      await dialog.getByRole('button', { name: 'Save changes' }).click()
      const policy = page.getByRole('form', { name: 'Block videos that match' })
      await policy.getByLabel('Gambling').check()
      await policy.getByRole('button', { name: 'Save changes' }).click()
      await policy.getByText('Saved.').waitFor()
    })
    const clip = await clips.make('tide.mp4', { duration: 5 })
    await uploadVideo(ada, clip, { name: 'The best casino' })
    await until('it is blocked', async () => (await root.get('/api/v1/videos/blacklist')).total === 1)
    await visit('/admin/moderation/video-blocks/list', asModerator, async (page) => {
      await rowOf(page, 'The best casino').getByText('by watched words').waitFor()
      await choose(page, 'The best casino', 'Keep blocked')
      await rowOf(page, 'The best casino').getByText('by hand').waitFor()
      await choose(page, 'The best casino', 'Edit the reason')
      const dialog = page.getByRole('dialog', { name: 'Why The best casino is blocked' })
      await dialog.getByLabel('Reason').fill('x')
      await dialog.getByRole('button', { name: 'Save changes' }).click()
      await dialog.getByText('2 to 300 characters, or none.').waitFor()
      await dialog.getByLabel('Reason').fill('No gambling here.')
      await dialog.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('The reason was saved.').waitFor()
      const [block] = (await root.get('/api/v1/videos/blacklist')).data
      assert.deepEqual([block.type, block.reason], [1, 'No gambling here.'])
      await choose(page, 'The best casino', 'Unblock')
      await page.getByText('The best casino can be seen again.').waitFor()
    })
    assert.equal((await root.get('/api/v1/videos/blacklist')).total, 0)
  })

  test('every video is listed, whatever its privacy; one is blocked with a reason and unblocked', async () => {
    await send(ada, 'PUT', `/api/v1/videos/${tide.uuid}`, { privacy: 3 })
    await visit('/admin/overview/videos/list?privacy=3', asModerator, async (page) => {
      await choose(page, 'Tide pools', 'Block')
      const dialog = page.getByRole('dialog', { name: 'Block Tide pools?' })
      await dialog.getByLabel('Reason').fill('Not what it says.')
      await dialog.getByRole('button', { name: 'Block', exact: true }).click()
      await page.getByText('Tide pools was blocked.').waitFor()
      assert.equal((await root.get('/api/v1/videos/blacklist')).data[0].reason, 'Not what it says.')
      await choose(page, 'Tide pools', 'Unblock')
      await page.getByText('Tide pools can be seen again.').waitFor()
    })
    assert.equal((await root.get('/api/v1/videos/blacklist')).total, 0)
  })

  test('a blocked video plays for who may still see it; its files are shut to others', async () => {
    await send(ada, 'PUT', `/api/v1/videos/${tide.uuid}`, { privacy: 1 })
    await send(root, 'POST', `/api/v1/videos/${tide.uuid}/blacklist`, {})
    const { files } = await root.get(`/api/v1/videos/${tide.uuid}`)
    assert.equal((await fetch(files[0].fileUrl)).status, 401)
    // The page itself tells nothing of it: what comes next is asked for with the token.
    const refused = { refused: /404 .*\/w\// }
    for (const state of [asModerator, asAda]) {
      await visit(
        `/w/${tide.uuid}`,
        state,
        async (page) => {
          await page.getByRole('button', { name: 'Play', exact: true }).first().click()
          const media = page.locator('video')
          await until('it plays', () => media.evaluate(({ currentTime }: HTMLVideoElement) => currentTime > 0.2))
        },
        refused,
      )
    }
    const answer = await root.send('DELETE', `/api/v1/videos/${tide.uuid}/blacklist`)
    assert.equal(answer.status, 204)
  })

  test('who may not moderate sees nothing of it', async () => {
    for (const path of ['overview/comments/list', 'moderation/video-blocks/list', 'moderation/blocklist/accounts']) {
      await visit(`/admin/${path}`, asAda, async (page) => {
        await page.getByText('The administration is for moderators and administrators.').waitFor()
      })
    }
  })

  const pages: [path: string, as: () => Kept][] = [
    ['/my-account/blocklist/accounts', () => asAda],
    ['/my-library/watched-words/list', () => asAda],
    ['/admin/overview/videos/list', () => asRoot],
    ['/admin/overview/comments/list', () => asRoot],
    ['/admin/moderation/video-blocks/list', () => asRoot],
    ['/admin/moderation/blocklist/servers', () => asRoot],
    ['/admin/moderation/watched-words/list', () => asRoot],
  ]
  for (const [device, width] of Object.entries({ 'a phone': 390, 'a desk': 1440 })) {
    test(`every page on ${device}: no violation in either theme, nothing to scroll sideways`, async () => {
      const viewport = { viewport: { width, height: 850 }, hasTouch: width < 500 }
      const tabs = new Map<Kept, Tab>()
      for (const [path, as] of pages) {
        const tab = tabs.get(as()) ?? (await openTab(browser, { storageState: as(), ...viewport }))
        tabs.set(as(), tab)
        await tab.visit(`${server.url}${path}`, async (page) => {
          await hydrated(page)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await assertSound(page, path)
        })
      }
      for (const tab of tabs.values()) await tab.close()
    })
  }
})
