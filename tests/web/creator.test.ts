import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import { findViolations, hydrated, launchBrowser, patience, signedInState } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { runSql } from '../support/run-sql.ts'
import { assertSound } from '../support/sound-page.ts'
import { openTab, rowOf, visitPage, type VisitOptions } from '../support/visit-page.ts'

type Kept = BrowserContextOptions['storageState']

describe('pages of creators', () => {
  let server: RealServer
  let browser: Browser
  let clips: Clips
  let api: Api
  let ada: Api
  let clip: string
  let asRoot: Kept
  let tide: UploadedVideo

  before(async () => {
    clips = await createClips()
    clip = await clips.make('tide.mp4', { duration: 12 })
    server = await startRealServer({
      settings: {
        transcoding: { enabled: false },
        video_file: { update: { enabled: true } },
        rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, login: { max: 1000 } },
      },
    })
    api = await signIn(server.url)
    await send('POST', '/api/v1/users', {
      username: 'ada',
      email: 'ada@example.org',
      password: 'a good password',
      role: 2,
    })
    ada = await signIn(server.url, 'ada', 'a good password')
    tide = await uploadVideo(api, clip, { name: 'Tide pools' })
    await uploadVideo(api, clip, { name: 'Reef', privacy: '3' })
    await uploadVideo(api, clip, { name: 'Under the ice', privacy: '2' })
    browser = await launchBrowser()
    asRoot = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  async function send(method: string, path: string, body: unknown, by: Api = api): Promise<any> {
    const headers = { 'content-type': 'application/json' }
    const answer = await by.send(method, path, { headers, body: JSON.stringify(body) })
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }

  /** A page of root's; faults fail the test, except refusals that it brings about. */
  const visit = (path: string, use: (page: Page) => Promise<unknown>, options: VisitOptions = {}) =>
    visitPage(browser, `${server.url}${path}`, use, { storageState: asRoot, ...options })

  /** So many viewers in the last minutes, which the server itself would tell an hour later. */
  const watchedBy = (uuid: string, count: number) =>
    runSql(
      server.data,
      `WITH viewer AS (
        INSERT INTO "localVideoViewer" ("startDate", "endDate", "watchTime", country, device, client, "operatingSystem", uuid, url, "videoId", "createdAt")
        SELECT now() - n * interval '20 seconds', now() - n * interval '20 seconds' + interval '15 seconds', 3 + n % 4,
          CASE WHEN n % 4 = 0 THEN 'DE' ELSE 'FR' END, CASE WHEN n % 3 = 0 THEN 'mobile' ELSE 'desktop' END, 'Firefox', 'Linux',
          gen_random_uuid(), 'http://viewer/' || gen_random_uuid(), video.id, now()
        FROM generate_series(1, ${count}) n, video WHERE video.uuid = '${uuid}' RETURNING id, "watchTime")
      INSERT INTO "localVideoViewerWatchSection" ("watchStart", "watchEnd", "localVideoViewerId", "createdAt")
      SELECT 0, "watchTime", id, now() FROM viewer`,
    )

  const manage = (tab = '') => `/videos/manage/${tide.shortUUID}${tab}`
  const details = () => api.get(`/api/v1/videos/${tide.uuid}`)

  test('videos are searched, filtered and made public together; the address says it', async () => {
    await visit('/my-library/videos', async (page) => {
      await rowOf(page, 'Tide pools').waitFor()
      await page.getByText('Storage').waitFor()
      await page.getByRole('combobox', { name: 'Privacy' }).selectOption({ label: 'Private' })
      await page.waitForURL('**privacy=3**')
      await until('one row', async () => (await page.locator('tbody tr').count()) === 1, patience)
      await rowOf(page, 'Reef').waitFor()
      await page.getByRole('button', { name: 'Remove the filter Privacy' }).click()
      await page.getByRole('checkbox', { name: 'Select Reef' }).check()
      await page.getByRole('checkbox', { name: 'Select Under the ice' }).check()
      await page.getByRole('toolbar').getByRole('button', { name: 'Who can watch…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: 'Internal' }).check()
      await dialog.getByRole('button', { name: 'Change 2 videos' }).click()
      await page.getByText('2 videos were changed.').waitFor()
      await rowOf(page, 'Reef').getByText('Internal').waitFor()
    })
    const { data } = await api.get('/api/v1/users/me/videos?sort=name')
    assert.deepEqual(
      data.map(({ name, privacy }: any) => [name, privacy.id]),
      [
        ['Reef', 4],
        ['Tide pools', 1],
        ['Under the ice', 4],
      ],
    )
  })

  test('chosen fields of several videos are changed; who is refused is named, and tried again with what was chosen', async () => {
    const names = ['Bulk one', 'Bulk two', 'Bulk three']
    const [one, two, three] = await Promise.all(
      names.map((name, index) => uploadVideo(api, clip, { name, category: String(index + 1), 'tags[0]': 'sea' })),
    )
    await send('PUT', `/api/v1/videos/${three!.uuid}`, { tags: ['aa', 'bb', 'cc', 'dd', 'ee'], support: 'Mine.' })
    const read = async ({ uuid }: UploadedVideo) => {
      const { tags, language, category, commentsPolicy, support } = await api.get(`/api/v1/videos/${uuid}`)
      return [tags.toSorted().join(' '), language.id, category.id, commentsPolicy.id, support]
    }
    const use = async (page: Page) => {
      await rowOf(page, 'Bulk one').waitFor()
      for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
      await page.getByRole('toolbar').getByRole('button', { name: 'Edit…' }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Edit 3 videos' })
      await dialog.getByRole('button', { name: 'Change 3 videos' }).press('Enter')
      await dialog.getByText('Choose at least one.').waitFor()
      for (const field of ['Language', 'Tags', 'Comments']) {
        await dialog.getByRole('checkbox', { name: field }).press('Space')
      }
      await dialog.getByRole('button', { name: 'Change 3 videos' }).press('Enter')
      await dialog.getByText('Write at least one tag.').waitFor()
      await dialog.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'French' })
      await dialog.getByRole('textbox', { name: 'Tags' }).fill('Sea, ice')
      await dialog.getByRole('radio', { name: 'Nobody' }).check()
      await page.route(`**/api/v1/videos/${two!.uuid}`, (route) => route.abort(), { times: 1 })
      await dialog.getByRole('button', { name: 'Change 3 videos' }).press('Enter')
      await dialog.getByText('1 of 3 changed.').waitFor()
      const states = dialog.getByRole('list', { name: 'How far the videos are' }).getByRole('listitem')
      await states.filter({ hasText: 'Bulk two' }).getByText('No connection to the server.').waitFor()
      await states.filter({ hasText: 'Bulk three' }).getByText('It would have more than 5 tags.').waitFor()
      await states.filter({ hasText: 'Bulk one' }).getByText('Changed').waitFor()
      assert.equal(await dialog.getByRole('textbox', { name: 'Tags' }).inputValue(), 'Sea, ice')
      await assertSound(page, 'dialog of what could not be changed')
      await dialog.getByRole('button', { name: 'Try again for 2 videos' }).press('Enter')
      await dialog.getByText('2 of 3 changed.').waitFor()
      await dialog.getByRole('radio', { name: 'Put them in place of all others' }).check()
      await dialog.getByRole('button', { name: 'Change 3 videos' }).press('Enter')
      await page.getByText('3 videos were changed.').waitFor()
      await dialog.waitFor({ state: 'hidden' })
    }
    await visit('/my-library/videos?search=bulk', use, { refused: /ERR_FAILED/ })
    assert.deepEqual(await Promise.all([one, two, three].map((video) => read(video!))), [
      ['Sea ice', 'fr', 1, 2, null],
      ['Sea ice', 'fr', 2, 2, null],
      ['Sea ice', 'fr', 3, 2, 'Mine.'],
    ])
    await Promise.all([one, two, three].map((video) => api.send('DELETE', `/api/v1/videos/${video!.uuid}`)))
  })

  test('a video is deleted after what is lost was named', async () => {
    await uploadVideo(api, clip, { name: 'Not needed' })
    await visit('/my-library/videos?search=needed', async (page) => {
      await page.getByRole('button', { name: 'Actions for Not needed' }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Files, renditions, captions and chapters').waitFor()
      await dialog.getByRole('button', { name: 'Delete the video for good' }).click()
      await page.getByText('“Not needed” was deleted.').waitFor()
    })
    assert.equal((await api.get('/api/v1/users/me/videos?search=needed')).total, 0)
  })

  test('details: what is wrong is said at its field, what was changed is saved, and a date publishes it', async () => {
    await visit(manage(), async (page) => {
      await page.getByRole('textbox', { name: 'Title' }).fill('ab')
      await page.getByText('A title has 3 to 120 characters.').waitFor()
      await page.getByRole('textbox', { name: 'Title' }).fill('Tide pools at dawn')
      await page.getByRole('textbox', { name: 'Tags' }).fill('sea, dawn')
      await page.getByRole('textbox', { name: 'Support' }).fill('Send **shells**.')
      await page.getByRole('radio', { name: 'Later' }).check()
      await page.getByLabel('When').fill('2020-01-01T10:00')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('Choose a moment that is still to come.').waitFor()
      await page.getByLabel('When').fill('2040-01-01T10:00')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('Public on Jan').waitFor()
    })
    const video = await details()
    assert.deepEqual(
      [video.name, video.tags.toSorted(), video.support, video.privacy.id, video.scheduledUpdate?.privacy],
      ['Tide pools at dawn', ['dawn', 'sea'], 'Send **shells**.', 3, 1],
    )
    await visit(manage(), async (page) => {
      await page.getByRole('radio', { name: 'Public' }).check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('Saved.', { exact: true }).waitFor()
    })
    const again = await details()
    assert.deepEqual([again.privacy.id, again.scheduledUpdate], [1, undefined])
  })

  test('a session that ends in the middle of writing takes nothing with it, in other tabs neither', async () => {
    const use = async (page: Page) => {
      const other = await page.context().newPage()
      await other.goto(`${server.url}/videos/subscriptions`)
      await other.getByRole('heading', { name: 'Subscriptions' }).waitFor()
      const support = page.getByRole('textbox', { name: 'Support' })
      await support.fill('Hours of work')
      const token = await page.evaluate(() => localStorage.getItem('access_token'))
      await api.send('POST', '/api/v1/users/revoke-token', { headers: { authorization: `Bearer ${token}` } })
      await page.getByRole('button', { name: 'Save changes' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
      await dialog.waitFor()
      await other.getByRole('dialog', { name: 'Your session has ended' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('alert').filter({ hasText: 'What you wrote is kept' }).getByRole('button').click()
      await dialog.getByLabel('User name or e-mail').fill('root')
      await dialog.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
      await assertSound(page, 'signing in again')
      await dialog.getByRole('button', { name: 'Sign in' }).click()
      await dialog.waitFor({ state: 'detached' })
      await other.getByRole('dialog').waitFor({ state: 'detached' })
      assert.equal(await support.inputValue(), 'Hours of work')
      await page.getByRole('button', { name: 'Save changes' }).first().click()
      await page.getByText('Saved.', { exact: true }).first().waitFor()
    }
    await visit(manage(), use, { refused: /status of 40[01]/ })
    assert.equal((await details()).support, 'Hours of work')
    asRoot = await signedInState(browser, server.url, 'root', rootPassword)
  })

  test('passwords are added and taken back; the last one stays', async () => {
    await visit(manage(), async (page) => {
      await page.getByRole('radio', { name: 'Password' }).check()
      await page.getByRole('textbox', { name: 'Password', exact: true }).fill('first one')
      await page.getByRole('button', { name: 'Save changes' }).click()
      const remove = page.getByRole('button', { name: 'Remove the password first one' })
      await remove.waitFor()
      assert.equal(await remove.isDisabled(), true)
      await page.getByRole('textbox', { name: 'New password' }).fill('second one')
      await page.getByRole('button', { name: 'Add password' }).click()
      await page.getByRole('button', { name: 'Remove the password second one' }).waitFor()
      await remove.click()
      await remove.waitFor({ state: 'detached' })
      const { data } = await api.get(`/api/v1/videos/${tide.uuid}/passwords`)
      assert.deepEqual(
        data.map((one: any) => one.password),
        ['second one'],
      )
      await page.getByRole('radio', { name: 'Public' }).check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('Saved.', { exact: true }).waitFor()
    })
  })

  test('a frame of the video becomes its thumbnail', async () => {
    const thumbnails = async () => (await details()).thumbnails[0].fileUrl
    const before = await thumbnails()
    await visit(manage(), async (page) => {
      await page.getByRole('button', { name: 'Take it from the video' }).click()
      const video = page.getByRole('dialog').locator('video')
      await until('a picture', () => video.evaluate((one: any) => one.readyState >= 2), patience)
      await video.evaluate((one: any) => (one.currentTime = 6))
      await until('the place', () => video.evaluate((one: any) => !one.seeking && one.currentTime === 6), patience)
      await page.getByRole('button', { name: 'Take this picture' }).click()
      await page.getByRole('button', { name: 'Use as thumbnail' }).click()
      await page.getByText('Saved.', { exact: true }).waitFor()
    })
    assert.notEqual(await thumbnails(), before)
  })

  test('captions are uploaded, edited in place, and deleted', async () => {
    const text = async () => {
      const { data } = await api.get(`/api/v1/videos/${tide.uuid}/captions`)
      return data[0] ? (await fetch(data[0].fileUrl)).text() : undefined
    }
    await visit(manage('/captions'), async (page) => {
      await page.getByText('No captions yet.').waitFor()
      await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'English' })
      await page
        .getByLabel('Choose a file')
        .last()
        .setInputFiles({
          name: 'a.srt',
          mimeType: 'application/x-subrip',
          buffer: Buffer.from('1\n00:00:01,000 --> 00:00:03,000\nHello, see.\n'),
        })
      await page.getByRole('button', { name: 'Edit: English' }).click()
      const words = page.getByRole('textbox', { name: 'Words of caption 1' })
      assert.equal(await words.inputValue(), 'Hello, see.')
      await words.fill('Hello, sea.')
      await page.getByRole('button', { name: 'Add a caption' }).click()
      await page.getByRole('button', { name: 'Save captions' }).click()
      await page.getByText('It has no words.').waitFor()
      await page.getByRole('textbox', { name: 'Words of caption 2' }).fill('It rises.')
      await page.getByRole('textbox', { name: 'Caption 2: from' }).fill('00:00:04.500')
      await page.getByRole('textbox', { name: 'Caption 2: to' }).fill('00:00:06')
      await page.getByRole('button', { name: 'Save captions' }).click()
      await page.getByRole('button', { name: 'Edit: English' }).waitFor()
      assert.match(
        (await text()) ?? '',
        /00:01\.000 --> 00:00:03\.000\nHello, sea\.\n\n00:00:04\.500 --> 00:00:06\.000\nIt rises\./,
      )
      assert.equal(await page.getByRole('combobox', { name: 'Language' }).inputValue(), 'en')
    })
    const french = async (page: Page) => {
      await page.getByRole('button', { name: 'Modifier : Anglais' }).waitFor()
      const language = page.getByRole('combobox', { name: 'Langue' })
      await until('a language without captions', async () => (await language.inputValue()) === 'fr', patience)
      await language.selectOption({ label: 'Anglais' })
      await page.getByText('ils seront remplacés').waitFor()
    }
    await visit(manage('/captions'), french, { locale: 'fr-FR' })
    await visit(manage('/captions'), async (page) => {
      await page.getByRole('button', { name: 'Delete: English' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await page.getByText('No captions yet.').waitFor()
    })
    assert.equal(await text(), undefined)
  })

  test('chapters begin where the video is', async () => {
    await visit(manage('/chapters'), async (page) => {
      await page.getByText('No chapters yet.').waitFor()
      const video = page.locator('video')
      await until('a picture', () => video.evaluate((one: any) => one.readyState >= 2), patience)
      await page.getByRole('button', { name: 'Add a chapter here' }).click()
      await page.getByRole('textbox', { name: 'Title of chapter 1' }).fill('Waking')
      await video.evaluate((one: any) => (one.currentTime = 7))
      await until('the place', () => video.evaluate((one: any) => !one.seeking), patience)
      await page.getByRole('button', { name: 'Add a chapter here' }).click()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('A title has 1 to 100 characters.').waitFor()
      await page.getByRole('textbox', { name: 'Title of chapter 2' }).fill('High water')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('Saved.', { exact: true }).waitFor()
    })
    assert.deepEqual((await api.get(`/api/v1/videos/${tide.uuid}/chapters`)).chapters, [
      { timecode: 0, title: 'Waking' },
      { timecode: 7, title: 'High water' },
    ])
  })

  test('comments, sensitive content and embeds are limited', async () => {
    await visit(manage('/moderation'), async (page) => {
      const part = (name: string) => page.getByRole('form', { name })
      await part('Comments').getByRole('radio', { name: 'Everyone, after your approval' }).check()
      await part('Comments').getByRole('button', { name: 'Save changes' }).click()
      await part('Comments').getByText('Saved.').waitFor()
      await page.getByRole('switch', { name: 'This video is sensitive' }).click()
      await page.getByRole('checkbox', { name: 'Violence' }).check()
      await page.getByRole('textbox', { name: 'What viewers should know before' }).fill('Crabs fight.')
      await part('Sensitive content').getByRole('button', { name: 'Save changes' }).click()
      await part('Sensitive content').getByText('Saved.').waitFor()
      await page.getByRole('radio', { name: 'Only these' }).check()
      await page.getByRole('textbox', { name: 'Sites' }).fill('-no-')
      await page.getByText('“-no-” is not the name of a site.').waitFor()
      await page.getByRole('textbox', { name: 'Sites' }).fill('https://Example.org/page')
      await part('Other sites').getByRole('button', { name: 'Save changes' }).click()
      await part('Other sites').getByText('Saved.').waitFor()
    })
    const video = await details()
    assert.deepEqual(
      [video.commentsPolicy.id, video.nsfw, video.nsfwFlags, video.nsfwSummary, video.embedPrivacyPolicy.id],
      [3, true, 1, 'Crabs fight.', 2],
    )
    assert.deepEqual((await api.get(`/api/v1/videos/${tide.uuid}/embed-privacy`)).domains, ['example.org'])
  })

  test('a comment that waits is approved, another one deleted', async () => {
    for (const text of ['What a *morning*!', 'Buy nets']) {
      await send('POST', `/api/v1/videos/${tide.uuid}/comment-threads`, { text }, ada)
    }
    await visit('/my-library/comments-on-my-videos?held=true', async (page) => {
      await rowOf(page, 'Buy nets').waitFor()
      await rowOf(page, 'What a morning!').getByRole('checkbox').check()
      await page.getByRole('toolbar').getByRole('button', { name: 'Approve' }).click()
      await page.getByText('The comment by ada is shown now.').waitFor()
      await rowOf(page, 'Buy nets')
        .getByRole('button', { name: /^Actions for/ })
        .click()
      await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
      await page.getByRole('dialog').getByText('Buy nets').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await page.getByText('The comment by ada was deleted.').waitFor()
    })
    const { data } = await api.get('/api/v1/users/me/videos/comments?sort=-createdAt')
    assert.deepEqual(
      data.map(({ text, heldForReview }: any) => [text, heldForReview]),
      [['What a *morning*!', false]],
    )
  })

  test('another file takes the place of the first one', async () => {
    const longer = await clips.make('longer.mp4', { duration: 6 })
    await visit(manage('/replace-file'), async (page) => {
      await hydrated(page)
      await page.getByLabel('Choose the new file').last().setInputFiles(longer)
      await page.getByRole('dialog').getByText('“longer.mp4” takes its place').waitFor()
      await page.getByRole('button', { name: 'Replace the file' }).click()
      await page.getByText('The new file is there.').waitFor()
    })
    await until('the new length', async () => (await details()).duration === 6)
  })

  test('statistics are drawn, read as a table, and follow the period in the address', async () => {
    await watchedBy(tide.uuid, 40)
    await visit(manage('/stats'), async (page) => {
      const chart = page.getByRole('figure', { name: 'Viewers over time' })
      const cursor = chart.getByRole('slider')
      await cursor.focus()
      await page.keyboard.press('End')
      assert.match((await cursor.getAttribute('aria-valuetext')) ?? '', /: \d/)
      await chart.getByRole('button', { name: 'As a table' }).click()
      await chart.getByRole('columnheader', { name: 'When' }).waitFor()
      await page.getByRole('radio', { name: '30 days' }).check()
      await page.waitForURL('**period=30')
      await page.getByRole('figure', { name: 'Who is still watching' }).waitFor()
      await page
        .getByRole('table', { name: 'Countries' })
        .getByRole('row', { name: /France.*30/ })
        .waitFor()
      await page.getByRole('table', { name: 'Devices' }).getByRole('row', { name: /Phone/ }).waitFor()
    })
  })

  test('own days are chosen and checked; a stretch of a chart is looked at by mouse and by keys, and left again', async () => {
    const old = await uploadVideo(api, clip, { name: 'Old tide' })
    await runSql(server.data, `UPDATE video SET "createdAt" = now() - interval '60 days' WHERE uuid = '${old.uuid}'`)
    await watchedBy(old.uuid, 40)
    const today = new Date().toISOString().slice(0, 10)
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
    await visit(`/videos/manage/${old.shortUUID}/stats`, async (page) => {
      const chart = page.getByRole('figure', { name: 'Viewers over time' })
      const slider = chart.getByRole('slider')
      const points = async () => Number(await slider.getAttribute('max')) + 1
      const value = async () => (await slider.getAttribute('aria-valuetext')) ?? ''
      await page.getByRole('radio', { name: 'Own days' }).check()
      const [first, last] = [page.getByLabel('First day'), page.getByLabel('Last day')]
      assert.deepEqual([await first.inputValue(), await last.inputValue()], [daysAgo(60), today])
      await first.fill(daysAgo(5))
      await last.fill(daysAgo(9))
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByText('It is before the first day.').waitFor()
      assert.equal(await first.inputValue(), daysAgo(5), 'what was typed stays')
      assert.doesNotMatch(page.url(), /startDate/)
      await last.fill(daysAgo(-2))
      await page.getByText('This day is still to come.').waitFor()
      await first.fill(daysAgo(29))
      await last.fill(today)
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.waitForURL(`**startDate=${daysAgo(29)}&endDate=${today}`)
      await until('a point for each day', async () => (await points()) === 30, patience)

      const box = (await slider.boundingBox())!
      const at = (point: number) => [box.x + (box.width * point) / 29, box.y + 60] as const
      await page.mouse.move(...at(10))
      await page.mouse.down()
      await page.mouse.move(...at(15), { steps: 4 })
      await page.mouse.up()
      await page.waitForURL('**from=**')
      await until('six days by hours', async () => (await points()) === 24, patience)
      assert.match(page.url(), new RegExp(`from=${daysAgo(19)}.*to=${daysAgo(14)}`))

      await slider.focus()
      await page.keyboard.press('Home')
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight')
      assert.match(await value(), / to /)
      await page.keyboard.press('ArrowRight')
      assert.doesNotMatch(await value(), / to /, 'an arrow alone lets go of it')
      await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.press('Enter')
      await until('twelve hours by ten minutes', async () => (await points()) === 72, patience)
      assert.ok(await slider.evaluate((one) => one === document.activeElement), 'the focus stays on the chart')
      await page.keyboard.press('Escape')
      await page.waitForURL((url) => !url.searchParams.has('from') && url.searchParams.has('startDate'))
      await page.goBack()
      await page.waitForURL('**from=**')
      await page.reload()
      await page.getByText(/^A stretch of it: /).waitFor()
      await page.getByRole('button', { name: 'Show all of it again' }).click()
      await until('all of it', async () => (await points()) === 30, patience)
      await chart.getByRole('button', { name: 'As a table' }).click()
      assert.equal(await chart.getByRole('row').count(), 31)
      await page.getByRole('radio', { name: '7 days', exact: true }).check()
      await page.waitForURL((url) => url.search === '?period=7')
    })
    await visit(`/videos/manage/${old.shortUUID}/stats?startDate=${daysAgo(3)}&endDate=${daysAgo(8)}`, async (page) => {
      await page.getByText('It is before the first day.').waitFor()
      assert.equal(await page.getByLabel('Last day').inputValue(), daysAgo(8))
      await hydrated(page)
      await assertSound(page, 'statistics of days that cannot be')
    })
  })

  test('a channel is created, edited, given a picture, and deleted after what is lost was named', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    const refused = /\/collaborators\/invite$/
    await visit(
      '/my-library/video-channels',
      async (page) => {
        await page.getByRole('link', { name: 'New channel' }).click()
        await page.getByRole('textbox', { name: 'Address' }).fill('Deep Sea')
        await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Deep sea')
        await page.getByRole('button', { name: 'Create channel' }).click()
        await page.getByText(/^1 to 50 small letters/).waitFor()
        await page.getByRole('textbox', { name: 'Address' }).fill('deep_sea')
        await page.getByRole('button', { name: 'Create channel' }).click()
        await page.waitForURL('**/manage/deep_sea/general')
        await page.getByRole('textbox', { name: 'Description' }).fill('Below two hundred metres.')
        const words = page.getByRole('form', { name: 'About the channel' })
        await words.getByRole('button', { name: 'Save changes' }).click()
        await words.getByText('Saved.').waitFor()
        await page
          .getByLabel('Choose a picture')
          .last()
          .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: picture })
        await page.getByRole('button', { name: 'Remove the picture' }).waitFor()
        const channel = await api.get('/api/v1/video-channels/deep_sea')
        assert.equal(channel.description, 'Below two hundred metres.')
        assert.ok(channel.avatars.length > 0)

        await page.getByRole('link', { name: 'People' }).click()
        // The page that is left asks for a user's name, too: whom to give the channel to.
        const invited = page
          .getByRole('region', { name: 'Invite somebody' })
          .getByRole('textbox', { name: 'User name' })
        await invited.fill('nobody')
        await page.getByRole('button', { name: 'Invite' }).click()
        await page.getByText('Nobody on this server has this name.').waitFor()
        await invited.fill('ada')
        await page.getByRole('button', { name: 'Invite' }).click()
        await page.getByText('invited, has not answered').waitFor()
        await page.getByRole('link', { name: 'What was done' }).click()
        await rowOf(page, 'Changed').first().waitFor()

        await page.getByRole('link', { name: 'General' }).click()
        await page.getByRole('button', { name: 'Delete…' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText('The address @deep_sea: nobody can use it again').waitFor()
        await dialog.getByText('0 videos with').waitFor()
        await dialog.getByRole('button', { name: 'Delete Deep sea for good' }).click()
        await page.waitForURL('**/my-library/video-channels')
        await page.getByText('“Deep sea” was deleted.').waitFor()
      },
      { refused },
    )
    assert.equal((await api.send('GET', '/api/v1/video-channels/deep_sea')).status, 404)
  })

  test('a video that somebody offers is accepted into a channel; one is offered and taken back', async () => {
    const gift = await uploadVideo(ada, clip, { name: 'A gift' })
    await send('POST', `/api/v1/videos/${gift.uuid}/give-ownership`, { username: 'root' }, ada)
    await visit('/my-library/ownership', async (page) => {
      await page.getByRole('button', { name: 'Actions for A gift' }).click()
      await page.getByRole('menuitem', { name: 'Accept' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
      await page.getByText('“A gift” is yours now.').waitFor()
      await rowOf(page, 'A gift').getByText('Accepted').waitFor()
      await page.goto(`${server.url}/videos/manage/${gift.shortUUID}`)
      await page.getByRole('textbox', { name: 'User name' }).fill('ada')
      await page.getByRole('button', { name: 'Offer' }).click()
      await page.getByText('Offered to ada, who has not answered yet.').waitFor()
      await page.getByRole('button', { name: 'Take the offer back' }).click()
      await page.getByRole('button', { name: 'Offer' }).waitFor()
    })
    assert.equal((await api.get(`/api/v1/videos/${gift.uuid}`)).account.name, 'root')
  })

  test('who is invited to help with a channel sees it there, and accepts or refuses', async () => {
    const channel = { name: 'both', displayName: 'Both of us' }
    for (const name of ['both', 'not_both']) await send('POST', '/api/v1/video-channels', { ...channel, name }, ada)
    await send('PUT', '/api/v1/video-channels/not_both', { displayName: 'Not us' }, ada)
    for (const name of ['both', 'not_both']) {
      await send('POST', `/api/v1/video-channels/${name}/collaborators/invite`, { accountHandle: 'root' }, ada)
    }
    await visit('/my-library/video-channels', async (page) => {
      const asked = page.getByRole('region', { name: 'Invitations to help with a channel' })
      await asked
        .getByText(/Invited by ada/)
        .first()
        .waitFor()
      assert.deepEqual(await findViolations(page), [])
      await asked.getByRole('button', { name: 'Refuse: Not us' }).click()
      await page.getByText('The invitation to “Not us” is refused.').waitFor()
      await asked.getByRole('button', { name: 'Accept: Both of us' }).click()
      await page.getByText('You help to run “Both of us” now.').waitFor()
      await asked.waitFor({ state: 'hidden' })
      await page.getByRole('link', { name: 'Manage: Both of us' }).click()
      await page.getByRole('link', { name: 'Podcast' }).click()
      const address = await page.getByRole('textbox', { name: 'Podcast', exact: true }).inputValue()
      assert.equal((await fetch(address)).status, 200)
      await page.getByRole('link', { name: 'People' }).click()
      await page.getByRole('button', { name: 'Remove root' }).waitFor()
    })
    const { data } = await api.get('/api/v1/video-channels/both/collaborators')
    assert.deepEqual(
      data.map(({ account, state }: any) => [account.name, state.id]),
      [['root', 2]],
    )
  })

  const places: Record<string, (page: Page) => Promise<unknown>> = {
    '/my-library/videos': (page) => rowOf(page, 'Reef').waitFor(),
    '/my-library/videos?search=nothing-at-all': (page) => page.getByText('Nothing matches').waitFor(),
    '/my-library/video-channels': (page) => page.getByRole('link', { name: 'Manage: Main root channel' }).waitFor(),
    '/my-library/video-channels/create': (page) => page.getByRole('textbox', { name: 'Address' }).waitFor(),
    '/my-library/video-channels/manage/root_channel/general': (page) =>
      page.getByRole('heading', { name: 'Pictures' }).waitFor(),
    '/my-library/video-channels/manage/root_channel/editors': (page) => page.getByText('Nobody helps yet.').waitFor(),
    '/my-library/comments-on-my-videos': (page) => rowOf(page, 'What a morning!').waitFor(),
    '/my-library/ownership': (page) => rowOf(page, 'A gift').waitFor(),
    manage: (page) => page.getByRole('heading', { name: 'Give it away' }).waitFor(),
    'manage/customization': (page) => page.getByText('Uploaded as').waitFor(),
    'manage/moderation': (page) => page.getByRole('heading', { name: 'Other sites' }).waitFor(),
    'manage/captions': (page) => page.getByRole('heading', { name: 'Add a language' }).waitFor(),
    'manage/chapters': (page) => page.getByRole('textbox', { name: 'Title of chapter 1' }).waitFor(),
    'manage/files': (page) => page.getByRole('heading', { name: 'Whole files' }).waitFor(),
    'manage/stats': (page) => page.getByRole('figure', { name: 'Viewers over time' }).waitFor(),
  }

  for (const [device, width] of Object.entries({ 'a phone': 390, 'a desk': 1440 })) {
    test(`every page on ${device}: no violation in either theme, nothing to scroll sideways`, async () => {
      const phone = width < 500
      const viewport = { width, height: 850 }
      const tab = await openTab(browser, { storageState: asRoot, viewport, isMobile: phone, hasTouch: phone })
      for (const [place, ready] of Object.entries(places)) {
        const path = place.startsWith('manage') ? manage(place.slice('manage'.length)) : place
        await tab.visit(`${server.url}${path}`, async (page) => {
          await ready(page)
          await hydrated(page)
          await assertSound(page, `${path}, ${width} px`)
        })
      }
      await tab.close()
    })
  }

  test('on a tablet, what is reached by keys in a row of places is seen wholly, and nothing leaves its card', async () => {
    const use = async (page: Page) => {
      await page.getByRole('heading', { name: 'Thumbnail' }).waitFor()
      await hydrated(page)
      const places = page.getByRole('navigation', { name: 'Edit video' })
      await places.getByRole('link', { name: 'Details' }).focus()
      for (const name of [
        'Presentation',
        'Comments and limits',
        'Captions',
        'Chapters',
        'Files',
        'Another file',
        'Statistics',
      ]) {
        await page.keyboard.press('Tab')
        const link = places.getByRole('link', { name })
        assert.ok(await link.evaluate((one) => one === document.activeElement), name)
        const [inner, outer] = await Promise.all([link.boundingBox(), places.boundingBox()])
        assert.ok(inner!.x >= outer!.x && inner!.x + inner!.width <= outer!.x + outer!.width, `${name} is in sight`)
      }
      const button = page.getByRole('button', { name: 'Take it from the video' })
      const [inner, outer] = await Promise.all([
        button.boundingBox(),
        page.locator('section, .card').filter({ has: button }).last().boundingBox(),
      ])
      assert.ok(inner!.x + inner!.width <= outer!.x + outer!.width, 'the button is within its card')
      await assertSound(page, 'details on a tablet')
    }
    await visit(manage(), use, { viewport: { width: 768, height: 900 } })
  })

  test('on a phone, what can be done with selected videos is one row, whose every button comes into sight by keys', async () => {
    const use = async (page: Page) => {
      await page.getByRole('checkbox', { name: 'Select Reef' }).check()
      const bar = page.getByRole('toolbar')
      await bar.waitFor()
      const outer = (await bar.boundingBox())!
      assert.ok(outer.height < 80 && outer.x >= 0 && outer.x + outer.width <= 390, JSON.stringify(outer))
      const buttons = await bar.getByRole('button').all()
      await buttons[0]!.focus()
      for (const button of buttons) {
        assert.ok(await button.evaluate((one) => one === document.activeElement))
        const inner = (await button.boundingBox())!
        assert.ok(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width, await button.innerText())
        await page.keyboard.press('Tab')
      }
      await assertSound(page, 'selected videos on a phone')
      await bar.getByRole('button', { name: 'Select none' }).click()
      await bar.waitFor({ state: 'detached' })
    }
    const phone = { viewport: { width: 390, height: 850 }, isMobile: true, hasTouch: true }
    await visit('/my-library/videos?search=reef', use, phone)
  })

  test('French is said throughout', async () => {
    for (const path of ['/my-library/videos', '/my-library/video-channels', manage(), manage('/stats')]) {
      await visit(
        path,
        async (page) => {
          await page.getByRole('main').getByRole('heading').first().waitFor()
          await hydrated(page)
          assert.doesNotMatch(await page.getByRole('main').innerText(), /\b(my|manage|channels|stats|files)\.[a-z]/)
        },
        { locale: 'fr-FR' },
      )
    }
  })
})
