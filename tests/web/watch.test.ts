import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import {
  addressChanges,
  countAddressChanges,
  hydrated,
  launchBrowser,
  openPage,
  patience,
  signedInState,
} from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openLivePage } from '../support/visit-page.ts'

const json = { 'content-type': 'application/json' }

describe('the page of a video', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let api: Api
  let video: UploadedVideo
  let other: UploadedVideo
  let member: BrowserContextOptions['storageState']

  const send = (method: string, path: string, body: unknown) =>
    api.send(method, path, { headers: json, body: JSON.stringify(body) })
  const details = (id = video.uuid) => api.get(`/api/v1/videos/${id}`)
  const watchUrl = () => `${server.url}/w/${video.shortUUID}`

  before(async () => {
    clips = await createClips()
    // The uploaded file itself is played: nothing here depends on the ladder.
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    api = await signIn(server.url)
    const clip = await clips.make('sea.mp4', { width: 256, height: 144, duration: 30 })
    video = await uploadVideo(api, clip, { name: 'Sea', 'tags[0]': 'reef', language: 'en' })
    await uploadVideo(api, clip, { name: 'City' })
    other = await uploadVideo(api, clip, { name: 'Reef', 'tags[0]': 'reef', language: 'en' })
    await uploadVideo(api, clip, { name: 'Town' })
    const chapters = ['Start', 'Middle', 'End'].map((title, index) => ({ timecode: index * 10, title }))
    assert.equal((await send('PUT', `/api/v1/videos/${video.uuid}/chapters`, { chapters })).status, 204)
    const cue = (start: number, text: string) => `00:00:${start}.000 --> 00:00:${start + 5}.000\n${text}`
    const file = `WEBVTT\n\n${cue(10, 'A squid comes by')}\n\n${cue(20, 'Only waves now')}\n`
    const form = new FormData()
    form.append('captionfile', new File([file], 'en.vtt', { type: 'text/vtt' }))
    assert.equal((await api.send('PUT', `/api/v1/videos/${video.uuid}/captions/en`, { body: form })).status, 204)
    browser = await launchBrowser()
    member = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  const visit = (address: string, options: BrowserContextOptions = { storageState: member }) =>
    openLivePage(browser, address, options)

  const pressed = (page: Page, name: RegExp, wanted: boolean) =>
    page.getByRole('main').getByRole('button', { name, pressed: wanted }).waitFor()

  const playsAfter = (media: Locator, seconds: number) =>
    media.evaluate(({ currentTime, paused }: HTMLVideoElement, from) => currentTime > from && !paused, seconds)

  test('an address of old becomes the short one, once and with what was asked for, and starts nothing', async () => {
    for (const old of [`/w/${video.uuid}`, `/videos/watch/${video.uuid}`]) {
      const { page, faults } = await openPage(browser)
      await countAddressChanges(page)
      await page.goto(`${server.url}${old}?start=3s`)
      await page.waitForURL(`${watchUrl()}?start=3s`)
      await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().waitFor()
      await hydrated(page)
      assert.equal(await addressChanges(page), 1)
      assert.equal(await page.locator('video').evaluate(({ paused }: HTMLVideoElement) => paused), true)
      assert.equal(await page.getByRole('main').getByRole('heading', { level: 1 }).textContent(), 'Sea')
      assert.deepEqual(faults, [])
      await page.context().close()
    }
  })

  test('a like counts at once and is taken back; a dislike replaces it, by keys, too', async () => {
    const { page, faults, main } = await visit(watchUrl())
    await main.getByRole('button', { name: /^Like/ }).click()
    await pressed(page, /^Like 1/, true)
    await until('the server counts it', async () => (await details()).likes === 1, patience)
    await page.reload()
    await pressed(page, /^Like 1/, true)
    await page.keyboard.press('Shift+D')
    await pressed(page, /^Dislike 1/, true)
    await pressed(page, /^Like 0/, false)
    await until('the server has heard', async () => (await details()).dislikes === 1, patience)
    await main.getByRole('button', { name: /^Dislike/ }).click()
    await pressed(page, /^Dislike 0/, false)
    await until('nothing is left', async () => (await details()).dislikes === 0, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a vote that the server refuses is taken back, and the cause is said', async () => {
    const { page, main } = await visit(watchUrl())
    await page.route('**/rate', (route) => route.fulfill({ status: 429, contentType: 'application/json', body: '{}' }))
    await main.getByRole('button', { name: /^Like/ }).click()
    await page.getByText('Your vote was not counted: Too many attempts').waitFor()
    await pressed(page, /^Like/, false)
    await page.context().close()
  })

  test('who is not signed in is led to the form, and back', async () => {
    const { page, main } = await visit(watchUrl(), {})
    await main.getByRole('button', { name: /^Like/ }).click()
    await page.waitForURL(/\/login\?next=/)
    await page.getByLabel('User name or e-mail').fill('root')
    await page.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
    await main.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(watchUrl())
    await page.context().close()
  })

  test('a channel is followed and left; from elsewhere its handle helps', async () => {
    const { page, faults, main } = await visit(watchUrl())
    const handle = `root_channel@${new URL(server.url).host}`
    const follows = async () =>
      (await api.get(`/api/v1/users/me/subscriptions/exist?uris=${encodeURIComponent(handle)}`))[handle]
    await main.getByRole('button', { name: /^Subscribed?:/, pressed: false }).click()
    await until('it is followed', follows, patience)
    await main.getByText('1 follower', { exact: true }).waitFor()
    await page.reload()
    await pressed(page, /^Subscribed?:/, true)
    await hydrated(page)
    await page.keyboard.press('Shift+S')
    await until('it is left', async () => !(await follows()), patience)
    assert.deepEqual(faults, [])
    await page.context().close()

    const { page: guest } = await visit(watchUrl(), {})
    await guest
      .getByRole('main')
      .getByRole('button', { name: /^Subscribed?:/ })
      .click()
    assert.equal(await guest.getByRole('textbox', { name: 'Handle of the channel' }).inputValue(), `@${handle}`)
    await assertSound(guest, 'following from elsewhere')
    await guest.context().close()
  })

  test('a comment is written, answered, linked and deleted', async () => {
    const { page, faults, main } = await visit(watchUrl())
    await page.locator('#comments').scrollIntoViewIfNeeded()
    const field = main.getByLabel('Your comment')
    await field.fill('**Fine** at 0:20 <b onclick=alert(1)>!</b>')
    await main.getByRole('button', { name: 'Comment', exact: true }).click()
    const first = main.getByRole('article').filter({ hasText: 'Fine' })
    await first.waitFor()
    assert.equal(await field.inputValue(), '')
    assert.equal(await first.locator('strong').textContent(), 'Fine')
    assert.equal(await first.locator('[onclick]').count(), 0)

    await first.getByRole('button', { name: 'Answer' }).click()
    const answer = main.getByLabel(/^Answer to/)
    await answer.fill('Quite so')
    await answer.press('Control+Enter')
    const second = main.getByRole('article').filter({ hasText: 'Quite so' })
    await second.waitFor()
    await main.getByText('2 comments').waitFor()

    await first.getByRole('link', { name: '0:20' }).click()
    const media = page.locator('video')
    await until('it jumps', () => playsAfter(media, 20), patience)

    const { data } = await api.get(`/api/v1/videos/${video.uuid}/comment-threads`)
    await page.goto(`${watchUrl()};threadId=${data[0].id}`)
    const linked = main.getByRole('region', { name: 'The comment of this address' })
    await linked.getByText('Quite so').waitFor()
    await assertSound(page, 'a linked comment')

    await linked.getByRole('article').first().getByRole('button', { name: 'Delete' }).click()
    await linked.getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await linked.getByText('This comment was deleted.').waitFor()
    await linked.getByText('Quite so').waitFor()
    const after = await api.get(`/api/v1/videos/${video.uuid}/comment-threads`)
    assert.equal(after.data[0].isDeleted, true)
    assert.equal(after.totalNotDeletedComments, 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a comment of one’s own is written again; an answer to it stays', async () => {
    const clip = await clips.make('own.mp4', { width: 256, height: 144, duration: 2 })
    const own = await uploadVideo(api, clip, { name: 'Own', privacy: '2' })
    const write = async (path: string, text: string) =>
      ((await (await send('POST', `/api/v1/videos/${own.uuid}/${path}`, { text })).json()) as any).comment
    const first = await write('comment-threads', 'With a mistaek')
    await write(`comments/${first.id}`, 'An answer')
    const { page, faults, main } = await visit(`${server.url}/w/${own.shortUUID}`)
    await page.locator('#comments').scrollIntoViewIfNeeded()
    const old = main.getByRole('article').filter({ hasText: 'With a mistaek' })
    await old.getByRole('button', { name: 'Rewrite' }).click()
    const field = main.getByLabel('Your comment, written again')
    assert.equal(await field.inputValue(), 'With a mistaek')
    await assertSound(page, 'a comment that is written again')
    await field.fill('Without one')
    await main.getByRole('button', { name: 'Replace' }).click()
    await page.getByText('The comment is replaced.').waitFor()
    await main.getByRole('article').filter({ hasText: 'Without one' }).waitFor()
    await main.getByText('This comment was deleted.').waitFor()
    const { data, totalNotDeletedComments } = await api.get(`/api/v1/videos/${own.uuid}/comment-threads`)
    assert.deepEqual(
      data.map(({ text, isDeleted, totalReplies }: any) => [text, isDeleted, totalReplies]),
      [
        ['Without one', false, 0],
        ['', true, 1],
      ],
    )
    assert.equal(totalNotDeletedComments, 2)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a comment that was refused is still there to send again', async () => {
    const { page, main } = await visit(watchUrl())
    await page.locator('#comments').scrollIntoViewIfNeeded()
    await page.route('**/comment-threads', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await main.getByLabel('Your comment').fill('Do not lose me')
    await main.getByRole('button', { name: 'Comment', exact: true }).click()
    await main.getByText('No connection to the server.').waitFor()
    assert.equal(await main.getByLabel('Your comment').inputValue(), 'Do not lose me')
    await page.unroute('**/comment-threads')
    await main.getByRole('button', { name: 'Comment', exact: true }).click()
    await main.getByRole('article').filter({ hasText: 'Do not lose me' }).waitFor()
    await page.context().close()
  })

  test('a comment outlasts the session of who writes it, and the page', async () => {
    const { page, main } = await visit(watchUrl())
    await page.locator('#comments').scrollIntoViewIfNeeded()
    const field = main.getByLabel('Your comment')
    await field.fill('Hours of thought')
    const token = await page.evaluate(() => localStorage.getItem('access_token'))
    await api.send('POST', '/api/v1/users/revoke-token', { headers: { authorization: `Bearer ${token}` } })
    await main.getByRole('button', { name: 'Comment', exact: true }).click()
    await main.getByText('What you wrote is kept').waitFor()
    await page.locator('#comments').getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('User name or e-mail').fill('root')
    await page.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(watchUrl())
    await page.locator('#comments').scrollIntoViewIfNeeded()
    await until('the text', async () => (await field.inputValue()) === 'Hours of thought', patience)
    await field.press('End')
    await field.pressSequentially('!')
    await page.reload()
    await page.locator('#comments').scrollIntoViewIfNeeded()
    await until('the text again', async () => (await field.inputValue()) === 'Hours of thought!', patience)
    await main.getByRole('button', { name: 'Comment', exact: true }).click()
    await main.getByRole('article').filter({ hasText: 'Hours of thought!' }).waitFor()
    await page.reload()
    await page.locator('#comments').scrollIntoViewIfNeeded()
    await main.getByRole('article').filter({ hasText: 'Hours of thought!' }).waitFor()
    assert.equal(await field.inputValue(), '')
    await page.context().close()
    member = await signedInState(browser, server.url, 'root', rootPassword)
  })

  test('comments are read without script; a video without comments says so', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    const comments = page.locator('#comments')
    // Pages are kept for a moment.
    await until(
      'it is on the page',
      async () => {
        await page.goto(watchUrl())
        return (await comments.innerText()).includes('Do not lose me')
      },
      patience,
    )
    await page.context().close()
    assert.equal((await send('PUT', `/api/v1/videos/${other.uuid}`, { commentsPolicy: 2 })).status, 204)
    const closed = await visit(`${server.url}/w/${other.shortUUID}`)
    await closed.page.locator('#comments').scrollIntoViewIfNeeded()
    await closed.main.getByText('Comments are turned off for this video.').waitFor()
    await closed.page.context().close()
  })

  test('comments that wait for approval are published by the owner', async () => {
    const user = {
      username: 'ann',
      email: 'ann@example.org',
      password: 'a-long-password',
      role: 2,
      videoQuota: -1,
      videoQuotaDaily: -1,
    }
    assert.equal((await send('POST', '/api/v1/users', user)).status, 200)
    const ann = await signIn(server.url, 'ann', user.password)
    await send('PUT', `/api/v1/videos/${other.uuid}`, { commentsPolicy: 3 })
    const body = JSON.stringify({ text: 'Please let me in' })
    assert.equal(
      (await ann.send('POST', `/api/v1/videos/${other.uuid}/comment-threads`, { headers: json, body })).status,
      200,
    )
    const { page, main } = await visit(`${server.url}/w/${other.shortUUID}`)
    await page.locator('#comments').scrollIntoViewIfNeeded()
    const comment = main.getByRole('article').filter({ hasText: 'Please let me in' })
    await comment.getByText('Waits for approval').waitFor()
    await comment.getByRole('button', { name: 'Publish' }).click()
    await comment.getByText('Waits for approval').waitFor({ state: 'hidden' })
    const read = await fetch(`${server.url}/api/v1/videos/${other.uuid}/comment-threads`)
    assert.equal(((await read.json()) as { total: number }).total, 1)
    await page.context().close()
  })

  test('a video is saved for later, and in a playlist that is made for it', async () => {
    const { page, faults, main } = await visit(watchUrl())
    await main.getByRole('button', { name: 'Save', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const later = dialog.getByRole('checkbox', { name: 'Watch later' })
    await later.check()
    await dialog.getByRole('button', { name: 'New playlist' }).click()
    await dialog.getByLabel('Name of the playlist').fill('Reefs')
    await assertSound(page, 'saving to a playlist')
    await dialog.getByRole('button', { name: 'Create and save' }).click()
    await dialog.getByRole('checkbox', { name: /^Reefs/, checked: true }).waitFor()
    const { id } = await details()
    const kept = async () =>
      (await api.get(`/api/v1/users/me/video-playlists/videos-exist?videoIds=${id}`))[id]
        .map((one: { playlistDisplayName: string }) => one.playlistDisplayName)
        .toSorted()
    await until('both have it', async () => (await kept()).length === 2, patience)
    assert.ok((await kept()).includes('Reefs'))
    await later.uncheck()
    await until('one is left', async () => (await kept()).join() === 'Reefs', patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a place in the folded description that is reached by keys is seen', async () => {
    const clip = await clips.make('folded.mp4', { width: 256, height: 144, duration: 2 })
    const description = `${'Many words.\n\n'.repeat(8)}0:01 The last place\n\nThe end.`
    const folded = await uploadVideo(api, clip, { name: 'Folded', privacy: '2', description })
    const { page, faults, main } = await visit(`${server.url}/w/${folded.shortUUID}`)
    await main.getByRole('button', { name: 'Show more' }).focus()
    await page.keyboard.press('Shift+Tab')
    const place = main.getByRole('link', { name: '0:01' })
    assert.ok(await place.evaluate((one) => one === document.activeElement))
    await main.getByRole('button', { name: 'Show less' }).waitFor()
    const box = await main.getByRole('region', { name: 'Description' }).boundingBox()
    const end = await main.getByText('The end.').boundingBox()
    assert.ok(box && end && end.y + end.height < box.y + box.height, 'nothing is behind the fold')
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a chapter is jumped to and followed', async () => {
    const { page, faults, main } = await visit(watchUrl())
    const chapters = main.getByRole('list', { name: 'Chapters' })
    await chapters.getByRole('link', { name: /Middle/ }).click()
    await until(
      'it plays from there',
      () =>
        page.locator('video').evaluate(({ currentTime }: HTMLVideoElement) => currentTime >= 10 && currentTime < 20),
      patience,
    )
    await chapters.locator('[aria-current="true"]').filter({ hasText: 'Middle' }).waitFor()
    assert.equal(page.url(), watchUrl())
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the transcript is searched, and a line leads to its place', async () => {
    const { page, faults, main } = await visit(watchUrl())
    const tab = main.getByRole('tab', { name: 'Transcript' })
    await main.getByRole('tab', { name: 'Chapters' }).focus()
    await page.keyboard.press('ArrowRight')
    await until('the other tab has the focus', () => tab.evaluate((one) => one === document.activeElement), patience)
    const lines = main.getByRole('list', { name: 'Transcript' }).getByRole('link')
    await until('both lines', async () => (await lines.count()) === 2, patience)
    await main.getByLabel('Search in the text').fill('WAVES')
    await until('one line', async () => (await lines.count()) === 1, patience)
    await assertSound(page, 'a transcript')
    await lines.first().click()
    await until('it plays from there', () => playsAfter(page.locator('video'), 20), patience)
    await main.getByLabel('Search in the text').fill('penguins')
    await main.getByText('No line says “penguins”.').waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('what is alike comes next, by itself where that is wanted', async () => {
    const { page, main } = await visit(watchUrl(), {})
    const next = main.getByRole('complementary', { name: 'Up next' })
    await next.getByRole('heading', { name: 'Reef' }).waitFor()
    assert.equal(await next.getByRole('heading', { level: 3 }).first().textContent(), 'Reef')
    await next.getByRole('switch', { name: 'Autoplay' }).check()
    const media = page.locator('video')
    await main.getByRole('button', { name: 'Play', exact: true }).first().click()
    await until('it plays', () => media.evaluate(({ currentTime }: HTMLVideoElement) => currentTime > 0), patience)
    await media.evaluate((one: HTMLVideoElement) => (one.currentTime = one.duration - 0.3))
    await main.getByRole('button', { name: 'Stay here' }).click()
    assert.equal(page.url(), watchUrl())
    await media.evaluate((one: HTMLVideoElement) => {
      one.currentTime = one.duration - 0.3
      void one.play()
    })
    await main.getByRole('link', { name: 'Play now' }).waitFor()
    await page.waitForURL(`${server.url}/w/${other.shortUUID}`)
    await until('the next one plays', () =>
      media.evaluate((one: HTMLVideoElement) => !one.paused && one.currentTime > 0),
    )
    await page.keyboard.press('Shift+P')
    await page.waitForURL(watchUrl())
    await main.getByRole('button', { name: 'Next: Reef' }).waitFor()
    await page.context().close()
  })

  for (const width of [390, 1440]) {
    test(`at ${width} px: nothing for axe to tell, in either theme`, async () => {
      const { page, faults, main } = await visit(watchUrl(), { storageState: member, viewport: { width, height: 850 } })
      await page.locator('#comments').scrollIntoViewIfNeeded()
      await main.getByRole('article').first().waitFor()
      await main.getByLabel('Your comment').focus()
      await assertSound(page, `watch, ${width} px`)
      for (const action of ['Share', 'Download', 'Save']) {
        await main.getByRole('button', { name: action, exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await hydrated(page)
        await assertSound(page, `${action}, ${width} px`)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }
})
