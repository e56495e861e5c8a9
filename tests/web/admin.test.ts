import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn, until, type Api } from '../support/api.ts'
import { findViolations, hydrated, launchBrowser, openPage, patience, signedInState } from '../support/browser.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { runSql } from '../support/run-sql.ts'
import { assertSound } from '../support/sound-page.ts'
import { openTab, rowOf, visitPage, type VisitOptions } from '../support/visit-page.ts'

type Kept = BrowserContextOptions['storageState']

describe('the administration', () => {
  let server: RealServer
  let browser: Browser
  let api: Api
  let asRoot: Kept
  let asModerator: Kept

  before(async () => {
    server = await startRealServer({
      settings: {
        signup: { enabled: true, requires_approval: true, limit: -1 },
        transcoding: { enabled: false },
        rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, login: { max: 1000 }, signup: { max: 1000 } },
      },
    })
    api = await signIn(server.url)
    await post('/api/v1/users', {
      username: 'mod',
      email: 'mod@example.org',
      password: 'a good password',
      role: 1,
    })
    for (let number = 1; number <= 30; number += 1) {
      const name = `person${String(number).padStart(2, '0')}`
      await post('/api/v1/users', {
        username: name,
        email: `${name}@example.org`,
        password: 'a good password',
        role: 2,
      })
    }
    for (const name of ['ada', 'bob', 'cleo']) {
      await post('/api/v1/users/registrations/request', {
        username: name,
        email: `${name}@example.org`,
        password: 'a good password',
        registrationReason: `I am ${name} and film squids.`,
      })
    }
    browser = await launchBrowser()
    asRoot = await keep('root', rootPassword)
    asModerator = await keep('mod', 'a good password')
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  async function post(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const answer = await api.send('POST', path, { headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`)
  }

  async function keep(username: string, password: string): Promise<Kept> {
    return signedInState(browser, server.url, username, password)
  }

  /** A page of the administration, for root unless said otherwise; faults fail the test. */
  const visit = (path: string, use: (page: Page) => Promise<unknown>, options: VisitOptions = {}) =>
    visitPage(browser, `${server.url}/admin${path}`, use, { storageState: asRoot, ...options })

  const userNamed = async (name: string) =>
    (await api.get(`/api/v1/users?search=${name}`)).data.find((user: { username: string }) => user.username === name)

  test('who is not signed in is asked to, and comes back', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${server.url}/admin/overview/users/list?search=person07`)
    await page.waitForURL('**/login?next=*')
    await hydrated(page)
    await page.getByLabel('User name or e-mail').fill('root')
    await page.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin/overview/users/list?search=person07')
    await rowOf(page, '@person07').waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a moderator sees what moderators may, and a plain 403 elsewhere; others see nothing of it', async () => {
    await visit(
      '/overview/users/list',
      async (page) => {
        await rowOf(page, '@person30').waitFor()
        const navigation = page.getByRole('navigation', { name: 'Administration' })
        assert.deepEqual(
          (await navigation.getByRole('link').allTextContents()).filter((text) => /Users|Jobs|Logs|Debug/.test(text)),
          ['Users'],
        )
        for (const path of ['jobs', 'logs', 'debug']) {
          await page.goto(`${server.url}/admin/settings/system/${path}`)
          await page.getByRole('heading', { name: 'Not for you' }).waitFor()
          await page.getByText('This page is for people with another role.').waitFor()
        }
        // Nobody above them is in their reach.
        await page.goto(`${server.url}/admin/overview/users/list?search=root`)
        await page.getByRole('button', { name: 'Actions for root' }).click()
        const ban = page.getByRole('menuitem', { name: /^Ban/ })
        await ban.waitFor()
        assert.equal(await ban.getAttribute('aria-disabled'), 'true')
        assert.deepEqual(await findViolations(page), [])
      },
      { storageState: asModerator },
    )
    const plain = await keep('person01', 'a good password')
    await visit('', (page) => page.getByText('The administration is for moderators and administrators.').waitFor(), {
      storageState: plain,
    })
  })

  test('a user is created, found, banned with a reason, and the API says so', async () => {
    await visit('/overview/users/create', async (page) => {
      await page.getByLabel('User name').fill('Not A Name')
      await page.getByLabel('E-mail').fill('diver@example.org')
      await page.getByRole('button', { name: 'Create user' }).click()
      await page.getByText('Small letters, digits, points, dashes and underscores, 1 to 50').waitFor()
      await page.getByLabel('User name').fill('diver')
      await page.getByRole('textbox', { name: 'Password' }).fill('a good password')
      await page.getByLabel('Storage', { exact: true }).selectOption('limited')
      await page.getByLabel('Storage: how much').fill('2.5')
      await page.getByLabel('Name of the channel').fill('deep_diver')
      await page.getByRole('button', { name: 'Create user' }).click()
      await page.waitForURL('**/users/list')
      await rowOf(page, '@diver').waitFor()
      const user = await userNamed('diver')
      assert.deepEqual(
        [user.videoQuota, user.videoQuotaDaily, user.role.id, user.videoChannels[0].name],
        [2_500_000_000, -1, 2, 'deep_diver'],
      )

      await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill('diver@example')
      await until('the list is searched', async () => page.url().includes('search=diver%40example'), patience)
      await until('one row', async () => (await page.getByRole('row').count()) === 2, patience)
      await page.getByRole('button', { name: 'Actions for diver' }).click()
      await page.getByRole('menuitem', { name: 'Ban' }).click()
      await page.getByRole('textbox', { name: 'Reason' }).fill('x')
      await page.getByRole('dialog').getByRole('button', { name: 'Ban' }).click()
      await page.getByText('A reason has 3 to 250 characters').waitFor()
      await page.getByRole('textbox', { name: 'Reason' }).fill('Too deep.')
      await page.getByRole('dialog').getByRole('button', { name: 'Ban' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await rowOf(page, '@diver').getByText('Banned').waitFor()
      const banned = await userNamed('diver')
      assert.deepEqual([banned.blocked, banned.blockedReason], [true, 'Too deep.'])
    })
  })

  test('what is edited is saved, and only that', async () => {
    const before = await userNamed('person03')
    await visit(`/overview/users/update/${before.id}`, async (page) => {
      await page.getByLabel('Storage', { exact: true }).selectOption('limited')
      await page.getByLabel('Storage: how much').fill('3')
      await page.getByLabel('Storage: unit').selectOption('GiB')
      await page.getByLabel('Role').selectOption({ label: 'Moderator' })
      await page.getByRole('switch', { name: 'Publishes without review' }).click()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('person03 was saved.').waitFor()
    })
    const user = await userNamed('person03')
    assert.deepEqual(
      [user.videoQuota, user.videoQuotaDaily, user.role.id, user.adminFlags, user.email],
      [3 * 2 ** 30, -1, 1, 1, before.email],
    )
  })

  test('several are selected and deleted at once, after what is lost was named', async () => {
    await visit('/overview/users/list?search=person2&sort=username', async (page) => {
      await page.getByRole('checkbox', { name: 'Select person20' }).check()
      await page.getByRole('checkbox', { name: 'Select person22' }).click({ modifiers: ['Shift'] })
      const bulk = page.getByRole('toolbar')
      await bulk.getByText('3 selected').waitFor()
      await bulk.getByRole('button', { name: 'Delete' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('person20, person21, person22').waitFor()
      await dialog.getByText('0 videos with their files').waitFor()
      await dialog.getByRole('button', { name: 'Delete 3 users for good' }).click()
      await page.getByText('3 users were deleted.').waitFor()
      await until('they are gone', async () => (await rowOf(page, '@person21').count()) === 0, patience)
    })
    assert.equal(await userNamed('person21'), undefined)
    assert.ok(await userNamed('person23'))
  })

  test('the table is sorted, paged and filtered by its address; back goes back', async () => {
    await visit('/overview/users/list?sort=username', async (page) => {
      const names = () => page.locator('tbody').getByRole('rowheader').allTextContents()
      await rowOf(page, '@mod').waitFor()
      assert.match((await names())[0]!, /diver|mod/)
      const column = page.getByRole('columnheader', { name: 'User name' })
      assert.equal(await column.getAttribute('aria-sort'), 'ascending')
      await column.getByRole('link').click()
      await page.waitForURL('**sort=-username**')
      await until('z to a', async () => (await names())[0]!.includes('root'), patience)
      assert.equal(await column.getAttribute('aria-sort'), 'descending')
      await page.getByRole('link', { name: 'Next page' }).click()
      await page.waitForURL('**page=2**')
      await until('the second page', async () => !(await names())[0]!.includes('root'), patience)
      await page.goBack()
      await until('the first page again', async () => (await names())[0]!.includes('root'), patience)
      await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Administrator' })
      await page.waitForURL('**role=0**')
      await until('one administrator', async () => (await names()).length === 1, patience)
      await page.getByRole('button', { name: 'Remove the filter Role' }).click()
      await until('all again', async () => (await names()).length === 25, patience)
    })
  })

  test('columns and density are remembered, and the CSV has the rows of all pages', async () => {
    await visit('/overview/users/list', async (page) => {
      await rowOf(page, '@person30').waitFor()
      await page.getByRole('button', { name: 'View' }).click()
      await page.getByRole('checkbox', { name: 'Two-factor' }).check()
      await page.getByRole('radio', { name: 'Compact' }).check()
      await page.keyboard.press('Escape')
      await page.reload()
      await page.getByRole('columnheader', { name: 'Two-factor' }).waitFor()
      assert.match((await page.locator('table').getAttribute('class')) ?? '', /compact/)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      const lines = Buffer.concat(chunks).toString().trim().split('\r\n')
      assert.match(lines[0]!, /^\uFEFF?User name,Role,E-mail,.*Two-factor/)
      const { total } = await api.get('/api/v1/users')
      assert.equal(lines.length, total + 1)
      assert.ok(total > 25)
    })
  })

  test('a registration is accepted with an answer, another one refused', async () => {
    await visit('/moderation/registrations/list', async (page) => {
      await page.getByRole('button', { name: 'Details of ada' }).click()
      await page.getByText('I am ada and film squids.').last().waitFor()
      await page.getByRole('button', { name: 'Actions for ada' }).click()
      await page.getByRole('menuitem', { name: 'Accept' }).click()
      await page.getByRole('textbox', { name: 'Your answer' }).fill('Welcome, Ada!')
      await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
      await rowOf(page, '@ada').first().getByText('Accepted').waitFor()
      await page.getByRole('button', { name: 'Actions for bob' }).click()
      await page.getByRole('menuitem', { name: 'Reject' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
      await page.getByText('An answer has 2 to 3,000 characters.').waitFor()
      await page.getByRole('textbox', { name: 'Your answer' }).fill('No squids here.')
      await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
      await rowOf(page, '@bob').first().getByText('Rejected').waitFor()
    })
    assert.ok(await userNamed('ada'))
    assert.equal(await userNamed('bob'), undefined)
    const { data } = await api.get('/api/v1/users/registrations?search=bob')
    assert.deepEqual([data[0].state.id, data[0].moderationResponse], [2, 'No squids here.'])
  })

  test('a job that failed shows its error and its payload', async () => {
    await runSql(
      server.data,
      `INSERT INTO sepiola.job (type, state, payload) VALUES ('actor-keys', 'waiting', '{"actorId": "nobody"}')`,
    )
    const failed = await until(
      'the job fails',
      async () => (await api.get('/api/v1/jobs/failed')).data[0] as { id: number } | undefined,
    )
    await visit('', async (page) => {
      await page.getByRole('link', { name: '1 job has failed.' }).click()
      await page.getByRole('row', { name: /actor-keys/ }).waitFor()
      await page.getByRole('button', { name: `Details of actor-keys #${failed.id}` }).click()
      await page.getByRole('heading', { name: 'Error' }).waitFor()
      await page.getByText('"actorId": "nobody"').waitFor()
      assert.match(await page.locator('.wrong').last().innerText(), /number|invalid/i)
      assert.deepEqual(await findViolations(page), [])
    })
  })

  test('failed jobs are tried again, one or several, with the stack folded; others are dropped', async () => {
    await runSql(
      server.data,
      `INSERT INTO sepiola.job (type, state, payload, error, stack, attempts) VALUES
         ('email', 'failed', '{}', 'The first one broke', E'Error: The first one broke\n    at stats.ts:7', 1),
         ('email', 'failed', '{}', 'The second one broke', NULL, 1)`,
    )
    const failed = async () => (await api.get('/api/v1/jobs/failed?jobType=email')).total as number
    await visit('/settings/system/jobs?state=failed&jobType=email', async (page) => {
      const first = page.getByRole('row').filter({ hasText: 'The first one broke' })
      await first.getByRole('button', { name: /^Details of/ }).click()
      const stack = page.getByText('at stats.ts:7')
      assert.equal(await stack.isVisible(), false)
      await page.getByText('Where it happened').click()
      await stack.waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('Jobs are paused.').waitFor()
      assert.deepEqual(await findViolations(page), [])
      await first.getByRole('button', { name: /^Actions/ }).click()
      await page.getByRole('menuitem', { name: 'Try again' }).click()
      await page.getByText(/^Tried again: email/).waitFor()
      assert.equal(await failed(), 1)
    })
    await visit('/settings/system/jobs?jobType=email', async (page) => {
      await page.getByText('Jobs are paused.').waitFor()
      await page.getByRole('checkbox', { name: 'Select all', exact: false }).first().check()
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: /Drop the job/ })
        .click()
      await page.getByText('2 jobs were dropped.').waitFor()
      await page.getByRole('button', { name: 'Resume' }).click()
      await page.getByText('Jobs run again.').waitFor()
      await page.getByText('Jobs are paused.').waitFor({ state: 'detached' })
    })
  })

  test("somebody else's sessions are shown and ended", async () => {
    const { data } = await api.get('/api/v1/users?search=person1')
    const user = data[0] as { id: number; username: string }
    await runSql(
      server.data,
      `INSERT INTO "oAuthToken" ("accessToken", "accessTokenExpiresAt", "refreshToken", "refreshTokenExpiresAt", "userId",
         "oAuthClientId", "loginDevice", "loginIP", "loginDate", "createdAt", "updatedAt")
       SELECT 'a' || n, now() + interval '1 day', 'r' || n, now() + interval '1 day', ${user.id},
         (SELECT id FROM "oAuthClient" LIMIT 1), 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
         '192.0.2.' || n, now(), now(), now() FROM generate_series(1, 3) AS n`,
    )
    const sessions = async () => (await api.get(`/api/v1/users/${user.id}/token-sessions`)).total as number
    await visit(`/overview/users/update/${user.id}`, async (page) => {
      await page.getByText('192.0.2.2').waitFor()
      assert.deepEqual(await findViolations(page), [])
      await page.getByRole('button', { name: 'Sign out: Firefox on Linux' }).first().click()
      await page.getByText('Signed out: Firefox on Linux').waitFor()
      assert.equal(await sessions(), 2)
      await page.getByRole('button', { name: 'Sign out everywhere' }).click()
      await page.getByRole('button', { name: 'Sign them out' }).click()
      await page.getByText('Signed in nowhere.').waitFor()
      assert.equal(await sessions(), 0)
    })
  })

  test('jobs are paused and resumed', async () => {
    await visit('/settings/system/jobs', async (page) => {
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('No new job begins until you resume.').first().waitFor()
      await page.getByRole('button', { name: 'Resume' }).click()
      await page.getByText('Jobs run again.').waitFor()
    })
  })

  test('logs are searched, and a line tells its fields', async () => {
    await visit('/settings/system/logs?live=1', async (page) => {
      const lines = page.getByRole('main').locator('ol > li')
      await lines.first().waitFor()
      await page.getByRole('searchbox', { name: 'Search in these lines' }).fill('/api/v1/users/registrations')
      await until('fewer lines', async () => page.url().includes('search='), patience)
      await until(
        'only those',
        async () => (await lines.allTextContents()).every((text) => text.includes('request')),
        patience,
      )
      await lines.first().locator('summary').click()
      await lines.first().getByText('url', { exact: true }).waitFor()
      assert.deepEqual(await findViolations(page), [])
    })
  })

  test('the way without a mouse: search, menu, dialog, and back to where one was', async () => {
    await visit('/overview/users/list', async (page) => {
      await rowOf(page, '@person30').waitFor()
      await page.getByRole('searchbox', { name: 'Name or e-mail' }).focus()
      await page.keyboard.type('person1')
      await until('ten and one', async () => (await page.locator('tbody tr').count()) === 10, patience)
      await page.getByRole('checkbox', { name: 'Select person19' }).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await page.getByRole('toolbar').getByText('1 selected').waitFor()
      assert.ok(await page.getByRole('checkbox', { name: 'Select person18' }).isChecked())
      const opener = page.getByRole('button', { name: 'Actions for person19' })
      await opener.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem').first().waitFor()
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      await until('the focus is in the menu', async () => (await focused()) === 'Edit', patience)
      await page.keyboard.press('End')
      assert.match(await focused(), /^Delete/)
      await page.keyboard.press('Escape')
      await until('the focus is back', () => opener.evaluate((one) => one === document.activeElement), patience)
      await page.keyboard.press('Enter')
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    })
  })

  const places: Record<string, (page: Page) => Promise<unknown>> = {
    '': (page) => page.getByText('3 people wait').or(page.getByText('1 person waits')).first().waitFor(),
    '/overview/users/list': (page) =>
      page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .waitFor(),
    '/overview/users/list?search=nobody-at-all': (page) => page.getByText('Nothing matches').waitFor(),
    '/overview/users/create': (page) => page.getByLabel('E-mail').waitFor(),
    '/overview/users/update/2': (page) => page.getByRole('heading', { name: 'Figures' }).waitFor(),
    '/moderation/registrations/list': (page) => page.getByRole('button', { name: 'Actions for cleo' }).waitFor(),
    '/settings/system/jobs': (page) =>
      page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .waitFor(),
    '/settings/system/logs': (page) => page.getByRole('main').locator('ol > li').first().waitFor(),
    '/settings/system/debug': (page) => page.getByText('127.0.0.1').waitFor(),
  }

  for (const [device, width] of Object.entries({ 'a phone': 390, 'a desk': 1440 })) {
    test(`every page on ${device}: no violation in either theme, nothing to scroll sideways`, async () => {
      const phone = width < 500
      const viewport = { width, height: 850 }
      const tab = await openTab(browser, { storageState: asRoot, viewport, isMobile: phone, hasTouch: phone })
      for (const [path, ready] of Object.entries(places)) {
        await tab.visit(`${server.url}/admin${path}`, async (page) => {
          await ready(page)
          await hydrated(page)
          await assertSound(page, `${path}, ${width} px`)
        })
      }
      await tab.close()
    })
  }

  test('French is said throughout', async () => {
    await visit(
      '/overview/users/list',
      async (page) => {
        await page.getByRole('heading', { name: 'Utilisateurs' }).waitFor()
        await page
          .getByRole('button', { name: 'Actions pour root' })
          .or(page.getByText('Page suivante'))
          .first()
          .waitFor()
        assert.doesNotMatch(await page.getByRole('main').innerText(), /admin\.|table\./)
      },
      { locale: 'fr-FR' },
    )
  })
})
