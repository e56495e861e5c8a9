import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, patience, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openLivePage, openTab } from '../support/visit-page.ts'

const json = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('one’s own library', () => {
  let server: RealServer
  let clips: Clips
  let api: Api
  let browser: Browser
  let videos: UploadedVideo[]
  let signedIn: BrowserContextOptions['storageState']

  before(async () => {
    clips = await createClips()
    const clip = await clips.make('clip.mp4', { width: 256, height: 144, duration: 10 })
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    api = await signIn(server.url)
    videos = []
    for (const name of ['One', 'Two', 'Three']) videos.push(await uploadVideo(api, clip, { name }))
    browser = await launchBrowser()
    signedIn = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const open = (path: string, options: BrowserContextOptions = {}) =>
    openLivePage(browser, server.url + path, { storageState: signedIn, ...options })

  const remembered = async () =>
    (await api.get('/api/v1/users/me/history/videos')).data.map(({ name }: { name: string }) => name)

  test('history: searched, one forgotten, all forgotten, turned off', async () => {
    for (const { uuid } of videos) {
      const sent = await api.send('POST', `/api/v1/videos/${uuid}/views`, json({ currentTime: 4 }))
      assert.equal(sent.status, 204)
    }
    await until('three are remembered', async () => (await remembered()).length === 3, patience)
    const { page, main, faults } = await open('/my-library/history/videos')
    for (const name of ['One', 'Two', 'Three']) await main.getByRole('link', { name, exact: true }).waitFor()
    await assertSound(page, 'history')
    await main.getByRole('button', { name: 'Forget Two' }).click()
    await until('it is forgotten', async () => !(await remembered()).includes('Two'), patience)
    assert.equal(await main.getByRole('link', { name: 'Two', exact: true }).count(), 0)
    await main.getByRole('searchbox').fill('thr')
    await main.getByRole('searchbox').press('Enter')
    await page.waitForURL(/search=thr/)
    await until(
      'one is found',
      async () => (await main.getByRole('link', { name: 'One', exact: true }).count()) === 0,
      patience,
    )
    await main.getByRole('button', { name: /^Clear the history/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What is older than a year').check()
    await dialog.getByRole('button', { name: 'Forget it' }).click()
    await dialog.waitFor({ state: 'hidden' })
    assert.equal((await remembered()).length, 2)
    await main.getByRole('button', { name: /^Clear the history/ }).click()
    await dialog.getByRole('button', { name: 'Forget it' }).click()
    await until('nothing is remembered', async () => (await remembered()).length === 0, patience)
    await main.getByRole('switch', { name: 'Keep a history' }).uncheck()
    await until('it is off', async () => (await api.get('/api/v1/users/me')).videosHistoryEnabled === false, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('subscriptions: listed, their videos, given up', async () => {
    const uri = `root_channel@${new URL(server.url).host}`
    assert.equal((await api.send('POST', '/api/v1/users/me/subscriptions', json({ uri }))).status, 204)
    const follows = async () => (await api.get('/api/v1/users/me/subscriptions')).total
    await until('it is accepted', async () => (await follows()) === 1, patience)
    const { page, main, faults } = await open('/videos/subscriptions')
    for (const name of ['One', 'Two', 'Three']) await main.getByRole('link', { name, exact: true }).waitFor()
    await assertSound(page, 'videos of subscriptions')
    await main.getByRole('link', { name: 'My subscriptions' }).click()
    const button = main.getByRole('button', { name: /^Subscribed?: / })
    await until('it is known', async () => (await button.getAttribute('aria-pressed')) === 'true', patience)
    await assertSound(page, 'subscriptions')
    await button.click()
    await until('it is given up', async () => (await follows()) === 0, patience)
    await page.reload()
    await main.getByRole('heading', { name: 'No subscriptions yet' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('followers: who they are, what they follow, since when; found by name', async () => {
    const none = await open('/my-library/followers')
    await none.main.getByRole('heading', { name: 'No followers yet' }).waitFor()
    await none.page.context().close()
    for (const username of ['ann', 'bob']) {
      const user = { username, email: `${username}@example.org`, password: 'a good password', role: 2 }
      assert.equal((await api.send('POST', '/api/v1/users', json(user))).status, 200)
      const by = await signIn(server.url, username, 'a good password')
      const uri = `root_channel@${new URL(server.url).host}`
      assert.equal((await by.send('POST', '/api/v1/users/me/subscriptions', json({ uri }))).status, 204)
    }
    const { page, main, faults } = await open('/my-library/followers')
    const row = main.getByRole('row').filter({ hasText: '@ann' })
    assert.equal(await row.getByRole('link', { name: '@ann' }).getAttribute('href'), '/a/ann')
    assert.equal(await row.getByRole('link', { name: 'Main root channel' }).getAttribute('href'), '/c/root_channel')
    await assertSound(page, 'followers')
    await main.getByRole('searchbox').fill('bob')
    await page.waitForURL(/search=bob/)
    await row.waitFor({ state: 'detached' })
    await main.getByRole('link', { name: '@bob' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the feed of one’s subscriptions has an address, which can be changed', async () => {
    const { page, main, faults } = await open('/my-account/applications')
    const rss = main.getByLabel('RSS', { exact: true })
    const before = await rss.inputValue()
    assert.equal((await fetch(before)).status, 200)
    await assertSound(page, 'feeds of the account')
    const change = main.getByRole('button', { name: 'Change the address' })
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    await change.press('Enter')
    await main.getByText('Readers that use the present address will get nothing more.').waitFor()
    await until('the focus is where nothing is lost', async () => (await focused()) === 'Cancel', patience)
    await page.keyboard.press('Enter')
    await until('the focus is back', async () => (await focused()) === 'Change the address', patience)
    await change.click()
    await change.click()
    await until('it is another one', async () => (await rss.inputValue()) !== before, patience)
    assert.equal((await fetch(await rss.inputValue())).status, 200)
    assert.equal((await fetch(before)).status, 403)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('videos are put into playlists together, once each; a list tells which hold a video', async () => {
    const { videoPlaylist } = (await (
      await api.send('POST', '/api/v1/video-playlists', json({ displayName: 'Digits', privacy: 3 }))
    ).json()) as any
    const path = `/api/v1/video-playlists/${videoPlaylist.id}/videos`
    assert.equal((await api.send('POST', path, json({ videoId: videos[0]!.id }))).status, 200)
    const { page, main, faults } = await open('/my-library/videos')
    await main.getByRole('checkbox', { name: 'Select One' }).check()
    await main.getByRole('checkbox', { name: 'Select Two' }).check()
    await page.getByRole('toolbar').getByRole('button', { name: 'Add to playlists…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.getByText('Choose at least one.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Digits' }).check()
    await assertSound(page, 'adding to playlists')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('2 videos were added.').waitFor()
    assert.equal((await api.get(path)).total, 2)
    await main.getByRole('button', { name: 'Actions for Two' }).click()
    await page.getByRole('menuitem', { name: 'Download…' }).click()
    await page
      .getByRole('dialog', { name: 'Download' })
      .getByRole('link', { name: /Download/ })
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    assert.equal((await api.send('DELETE', `/api/v1/video-playlists/${videoPlaylist.id}`)).status, 204)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('own videos are narrowed by a tag', async () => {
    const tagged = await api.send('PUT', `/api/v1/videos/${videos[2]!.uuid}`, json({ tags: ['prime'] }))
    assert.equal(tagged.status, 204)
    const { page, main, faults } = await open('/my-library/videos')
    await main.getByRole('combobox', { name: 'Tags' }).selectOption('prime')
    await page.waitForURL(/tag=prime/)
    await main.getByRole('checkbox', { name: 'Select One' }).waitFor({ state: 'detached' })
    await page.reload()
    await main.getByRole('checkbox', { name: 'Select Three' }).waitFor()
    assert.equal(await main.getByRole('checkbox', { name: /^Select (One|Two)/ }).count(), 0)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the playlists of a channel are put in order by keys and by dragging', async () => {
    const videoChannelId = await api.channelId()
    const ids: number[] = []
    for (const displayName of ['Alpha', 'Beta', 'Gamma']) {
      const made = await api.send('POST', '/api/v1/video-playlists', json({ displayName, privacy: 1, videoChannelId }))
      ids.push(((await made.json()) as any).videoPlaylist.id)
    }
    const names = async () =>
      (await api.get('/api/v1/video-channels/root_channel/video-playlists?sort=videoChannelPosition')).data
        .map(({ displayName }: any) => displayName)
        .join()
    const [first, second, third] = (await names()).split(',') as [string, string, string]
    const { page, main, faults } = await open('/my-library/video-channels/manage/root_channel/playlists')
    await main.getByRole('button', { name: new RegExp(`^Move ${third},`) }).focus()
    await assertSound(page, 'playlists of a channel')
    await page.keyboard.press('ArrowUp')
    await until('it is moved', async () => (await names()) === [first, third, second].join(), patience)
    await drag(page, first, second)
    await until('it is dragged', async () => (await names()) === [third, second, first].join(), patience)
    for (const id of ids) assert.equal((await api.send('DELETE', `/api/v1/video-playlists/${id}`)).status, 204)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('who publishes is told what is in the way', async () => {
    const { main } = await open('/videos/publish')
    await main.getByText('“root” is for running the server.').waitFor()
    const { id } = (await api.get('/api/v1/users?search=ann')).data[0]
    assert.equal((await api.send('PUT', `/api/v1/users/${id}`, json({ videoQuota: 0 }))).status, 204)
    const storageState = await signedInState(browser, server.url, 'ann', 'a good password')
    const { page } = await open('/videos/publish', { storageState })
    await page.getByText(/^Your storage is full/).waitFor()
    await assertSound(page, 'publishing without storage')
    await page.context().close()
  })

  test('a playlist is made by its form, which says what is missing', async () => {
    const { page, main, faults } = await open('/my-library/video-playlists')
    await main.getByText('Watch later').first().waitFor()
    await assertSound(page, 'playlists')
    await main.getByRole('link', { name: 'New playlist' }).click()
    await main.getByRole('button', { name: 'Create the playlist' }).click()
    await main.getByText('A name has 1 to 120 characters.').waitFor()
    await main.getByRole('textbox', { name: 'Name' }).fill('Numbers')
    await main.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'No channel' })
    await main.getByRole('radio', { name: /^Public/ }).check()
    await main.getByRole('button', { name: 'Create the playlist' }).click()
    await main.getByText('Choose a channel, or make the playlist private.').waitFor()
    await assertSound(page, 'form of a playlist')
    await main.getByRole('combobox', { name: 'Channel' }).selectOption({ index: 1 })
    await main.getByRole('button', { name: 'Create the playlist' }).click()
    await main.getByRole('heading', { level: 1, name: 'Numbers' }).waitFor()
    await main.getByRole('heading', { name: 'Nothing in this playlist yet' }).waitFor()
    const listed = await api.get('/api/v1/accounts/root/video-playlists?playlistType=1')
    assert.equal(listed.data[0].displayName, 'Numbers')
    assert.equal(listed.data[0].privacy.id, 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  async function findPlaylist(): Promise<any> {
    return (await api.get('/api/v1/accounts/root/video-playlists?playlistType=1')).data[0]
  }

  async function order(id: number): Promise<string[]> {
    return (await api.get(`/api/v1/video-playlists/${id}/videos`)).data.map((element: any) => element.video.name)
  }

  async function drag(page: Page, name: string, below: string) {
    const handle = await page.getByRole('button', { name: new RegExp(`^Move ${name},`) }).boundingBox()
    const target = await page.getByRole('button', { name: new RegExp(`^Move ${below},`) }).boundingBox()
    await page.mouse.move(handle!.x + 8, handle!.y + 20)
    await page.mouse.down()
    for (const part of [0.3, 0.6, 1]) {
      await page.mouse.move(handle!.x + 8, handle!.y + 20 + (target!.y + 40 - handle!.y - 20) * part)
    }
    await page.mouse.up()
  }

  test('a playlist is put in order by keys and by dragging, cut in time, shortened and deleted', async () => {
    const { id, shortUUID } = await findPlaylist()
    for (const video of videos) {
      const sent = await api.send('POST', `/api/v1/video-playlists/${id}/videos`, json({ videoId: video.id }))
      assert.equal(sent.status, 200)
    }
    const { page, main, faults } = await open(`/my-library/video-playlists/${shortUUID}`)
    await main.getByRole('link', { name: 'One', exact: true }).waitFor()
    await assertSound(page, 'a playlist')
    await main.getByRole('button', { name: /^Move Three,/ }).focus()
    await page.keyboard.press('ArrowUp')
    await until('it is moved', async () => (await order(id)).join() === 'One,Three,Two', patience)
    await main.getByText('Three: now 2 of 3.').waitFor({ state: 'attached' })
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    assert.match((await focused())!, /^Move Three,/)
    await drag(page, 'One', 'Two')
    await until('it is dragged', async () => (await order(id)).join() === 'Three,Two,One', patience)

    await main.getByRole('button', { name: 'Start and end of Two' }).click()
    await main.getByRole('textbox', { name: 'Start at' }).fill('0:05')
    await main.getByRole('textbox', { name: 'Stop at' }).fill('0:03')
    await main.getByRole('button', { name: 'Save changes' }).click()
    await main.getByText('It stops before it starts.').waitFor()
    await assertSound(page, 'times of an element')
    await main.getByRole('textbox', { name: 'Stop at' }).fill('0:08')
    await main.getByRole('button', { name: 'Save changes' }).click()
    await main.getByText('0:05 to 0:08').waitFor()
    const [, two] = (await api.get(`/api/v1/video-playlists/${id}/videos`)).data
    assert.deepEqual([two.startTimestamp, two.stopTimestamp], [5, 8])

    await main.getByRole('button', { name: 'Remove Three' }).click()
    await until('it is out', async () => (await order(id)).join() === 'Two,One', patience)

    await main.getByRole('link', { name: 'Edit', exact: true }).click()
    await main.getByRole('textbox', { name: 'Name' }).fill('Two numbers')
    await main.getByRole('button', { name: 'Save changes' }).click()
    await main.getByRole('heading', { level: 1, name: 'Two numbers' }).waitFor()
    await page.goto(`${server.url}/my-library/video-playlists`)
    await main.getByRole('button', { name: 'Delete Two numbers' }).click()
    await page.getByRole('dialog').getByText('The list of 2 videos is lost for good.').waitFor()
    await assertSound(page, 'question before deleting')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await until('it is deleted', async () => (await findPlaylist()) === undefined, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('on a phone: nothing to scroll sideways; who is not signed in is led there', async () => {
    const phone = { viewport: { width: 390, height: 850 }, hasTouch: true, isMobile: true }
    const tab = await openTab(browser, { storageState: signedIn, ...phone })
    for (const path of [
      '/my-library/history/videos',
      '/my-library/video-playlists',
      '/my-library/subscriptions',
      '/my-library/followers',
      '/my-library/video-channels/manage/root_channel/playlists',
      '/my-account/applications',
    ]) {
      await tab.visit(server.url + path, async (page) => {
        await hydrated(page)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
        await assertSound(page, `${path} on a phone`)
      })
    }
    await tab.close()
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/my-library/history/videos`)
    const link = page.getByRole('main').getByRole('link', { name: 'Sign in' })
    assert.equal(await link.getAttribute('href'), '/login?next=%2Fmy-library%2Fhistory%2Fvideos')
    await page.context().close()
  })
})
