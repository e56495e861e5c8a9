import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startMailbox, type Mailbox } from '../../apps/server/src/features/mails/testing/start-mailbox.ts'
import { signIn, until, type Api } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, patience, signInByPage } from '../support/browser.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openLivePage, openTab } from '../support/visit-page.ts'

const settings = '/admin/settings/config'
const devices: Record<string, BrowserContextOptions> = {
  'a phone': { viewport: { width: 390, height: 850 }, hasTouch: true, isMobile: true },
  'a desk': { viewport: { width: 1440, height: 900 } },
}

describe('the administration of a new server', () => {
  let server: RealServer
  let mailbox: Mailbox
  let browser: Browser
  let api: Api
  let signedIn: BrowserContextOptions['storageState']

  before(async () => {
    mailbox = await startMailbox()
    const smtp = { ...mailbox.settings.smtp, tls: false, disable_starttls: true, from_address: 'tide@example.org' }
    server = await startRealServer({
      settings: {
        smtp,
        admin: { email: 'admin@example.org' },
        rates_limit: { api: { max: 100_000 }, client: { max: 100_000 } },
      },
      env: { PEERTUBE_SIGNUP_LIMIT: '7' },
    })
    api = await signIn(server.url)
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await mailbox?.close()
  })

  const config = () => api.get('/api/v1/config/custom')
  const sectionOf = (page: Page, name: string) => page.getByRole('form', { name })
  const save = (page: Page, section: string) =>
    sectionOf(page, section).getByRole('button', { name: 'Save changes' }).click()
  const saved = (page: Page, section: string) => sectionOf(page, section).getByText('Saved.').waitFor()

  const open = (path: string, options: BrowserContextOptions = {}) =>
    openLivePage(browser, server.url + path, { storageState: signedIn, ...options })

  test('the first sign-in leads through the set-up, with keys alone, and only that one', async () => {
    const { page, faults } = await openPage(browser, devices['a phone'])
    await signInByPage(page, server.url, 'root', rootPassword)
    await page.getByRole('heading', { name: 'What is this place called?' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByText('This is needed.').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Tide Pool')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Who may have an account?' }).waitFor()
    await until('the title has the name', async () => (await page.title()).includes('Tide Pool'), patience)
    await page.getByRole('radio', { name: 'Whoever you accept' }).check()
    await page.getByRole('switch', { name: 'Addresses are verified by mail' }).check()
    await assertSound(page, 'set-up')
    await page.getByRole('button', { name: 'Save and go on' }).click()

    await page.getByRole('heading', { name: 'Which sizes of video?' }).waitFor()
    await page.getByRole('radio', { name: 'Light' }).check()
    await page.getByText(/becomes 3 renditions of about/).waitFor()
    await page.getByRole('button', { name: 'Save and go on' }).click()

    await page.getByRole('heading', { name: 'Do mails arrive?' }).waitFor()
    assert.equal(await page.getByLabel('Send a test to').inputValue(), 'admin@example.org')
    await page.getByRole('button', { name: 'Send a test mail' }).click()
    await page.getByText('The mail server took a mail for admin@example.org.').waitFor()
    assert.match((await mailbox.mailTo('admin@example.org')).text!, /Tide Pool can send mails/)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Tide Pool is ready' }).waitFor()

    const { instance, signup, transcoding } = await config()
    assert.equal(instance.name, 'Tide Pool')
    assert.deepEqual([signup.enabled, signup.requiresApproval, signup.requiresEmailVerification], [true, true, true])
    const on = Object.keys(transcoding.resolutions).filter((name) => transcoding.resolutions[name])
    assert.deepEqual(on, ['360p', '720p'])
    await until('it is remembered', async () => (await api.get('/api/v1/users/me')).noWelcomeModal, patience)
    assert.deepEqual(faults, [])
    signedIn = await page.context().storageState()
    await page.context().close()

    const again = await openPage(browser)
    await signInByPage(again.page, server.url, 'root', rootPassword)
    await again.page.getByRole('button', { name: /^Account of/ }).waitFor()
    await until('home', async () => new URL(again.page.url()).pathname === '/', patience)
    await again.page.context().close()
  })

  test('a change is named before it is saved, and in force at once: for everybody, and on this page', async () => {
    const { page, faults } = await open(`${settings}/information`)
    const section = sectionOf(page, 'Name and description')
    await section.getByLabel('Name', { exact: true }).fill('Tide & Ebb')
    await section.getByText('One change').waitFor()
    await section.getByText('Tide Pool').waitFor()
    await save(page, 'Name and description')
    await saved(page, 'Name and description')
    await until('the title has it', async () => (await page.title()) === 'Information - Tide & Ebb', patience)

    await page.getByRole('link', { name: 'General', exact: true }).click()
    const signup = sectionOf(page, 'Registration')
    await signup.getByRole('switch', { name: 'Visitors may create accounts' }).uncheck()
    await signup.getByText('Has no effect while “Visitors may create accounts” is off.').first().waitFor()
    await save(page, 'Registration')
    await saved(page, 'Registration')
    const known = (await (await fetch(`${server.url}/api/v1/config`)).json()) as any
    assert.equal(known.instance.name, 'Tide & Ebb')
    assert.equal(known.signup.allowed, false)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a wrong value is named at its field, and nothing is saved', async () => {
    const { page } = await open(`${settings}/vod`)
    const puts: string[] = []
    page.on('request', (request) => request.method() === 'PUT' && puts.push(request.url()))
    const work = sectionOf(page, 'Computing')
    const field = work.getByLabel('Videos at a time')
    await field.fill('0')
    await save(page, 'Computing')
    await work.getByText('At least 1.').waitFor()
    assert.equal(await field.getAttribute('aria-invalid'), 'true')
    assert.ok(await field.evaluate((input) => input === document.activeElement), 'the focus is there')
    assert.deepEqual(puts, [])
    await field.fill('1')

    // What only the server knows: it is said at the setting.
    const transcoding = sectionOf(page, 'Transcoding')
    await transcoding.getByRole('switch', { name: 'Adaptive streaming (HLS)' }).uncheck()
    await save(page, 'Transcoding')
    await transcoding.getByText(/transcoding needs/).waitFor()
    assert.equal((await config()).transcoding.hls.enabled, true)
    assert.equal(puts.length, 1)
    await page.context().close()
  })

  test('where a setting comes from is told', async () => {
    const { page } = await open(`${settings}/general`)
    await page.getByText('PEERTUBE_SIGNUP_LIMIT').waitFor()
    await page.context().close()
  })

  test('what somebody else changed meanwhile is told before it is replaced; other settings of theirs stay', async () => {
    const { page } = await open(`${settings}/general`)
    const users = sectionOf(page, 'Members')
    await users.getByLabel('Channels of a member').fill('5')
    const theirs = await config()
    theirs.videoChannels.maxPerUser = 9
    theirs.user.defaultChannelName = 'Channel of $1'
    const headers = { 'content-type': 'application/json' }
    assert.equal(
      (await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(theirs) })).status,
      200,
    )
    await save(page, 'Members')
    await users.getByText('Somebody else has changed this meanwhile, to: 9.').waitFor()
    assert.equal((await config()).videoChannels.maxPerUser, 9)
    await save(page, 'Members')
    await saved(page, 'Members')
    const now = await config()
    assert.deepEqual([now.videoChannels.maxPerUser, now.user.defaultChannelName], [5, 'Channel of $1'])
    await page.context().close()
  })

  test('a setting is found by its words and reached by its address', async () => {
    const { page } = await open(`${settings}/information`)
    await page.getByLabel('Search the settings').fill('threads video')
    await page.getByText('One setting matches.').waitFor()
    await page.getByRole('link', { name: /Threads per video/ }).click()
    await page.waitForURL(/config\/vod#transcoding\.threads$/)
    await page.getByLabel('Threads per video').waitFor()
    await until('it is in sight', () =>
      page.getByLabel('Threads per video').evaluate((input) => {
        const { top, bottom } = input.getBoundingClientRect()
        return top > 0 && bottom < innerHeight
      }),
    )
    await page.context().close()
  })

  test('leaving with changes asks', async () => {
    const { page } = await open(`${settings}/advanced`)
    await page.getByLabel('Before each subject').fill('[changed] ')
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.message())
      await dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Live', exact: true }).click()
    await until('it asked', async () => asked.length > 0, patience)
    assert.match(asked[0]!, /“Mails”/)
    assert.equal(new URL(page.url()).pathname, `${settings}/advanced`)
    await page.context().close()
  })

  test('a logo is chosen, shown at once and removed', async () => {
    const { page, faults } = await open(`${settings}/logo`)
    const buffer = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
    )
    await page
      .getByLabel('Choose an image: Icon')
      .setInputFiles({ name: 'icon.svg', mimeType: 'image/svg+xml', buffer })
    await page.getByText('Icon was saved.').waitFor()
    const icon = await page.locator('head link[rel="icon"]').getAttribute('href')
    assert.match(icon!, /\/static\/uploads|\/lazy-static/)
    await page.getByRole('button', { name: 'Remove: Icon' }).click()
    await page.getByText('Icon was removed.').waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a homepage is written, looked at and published, without what could run', async () => {
    const { page, faults } = await open(`${settings}/homepage`)
    const content =
      '# Welcome\n\n<peertube-button data-href="/about" data-label="Who we are"></peertube-button><script>x</script>'
    await page.getByLabel('Content').fill(content)
    await page.getByRole('region', { name: 'Preview' }).getByRole('link', { name: 'Who we are' }).waitFor()
    await save(page, 'Homepage')
    await saved(page, 'Homepage')
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404')),
      [],
    )
    await page.context().close()
    const reader = await openPage(browser, { javaScriptEnabled: false })
    assert.equal((await reader.page.goto(`${server.url}/home`))!.status(), 200)
    await reader.page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor()
    assert.equal(await reader.page.getByRole('link', { name: 'Who we are' }).getAttribute('href'), '/about')
    assert.equal(await reader.page.getByRole('main').locator('script').count(), 0)
    await reader.page.context().close()
  })

  const pages = ['information', 'general', 'customization', 'vod', 'live', 'advanced', 'logo', 'homepage']
  for (const [device, options] of Object.entries(devices)) {
    test(`every page of the settings on ${device}: no violation in either theme, nothing to scroll sideways`, async () => {
      const tab = await openTab(browser, { storageState: signedIn, ...options })
      for (const name of pages) {
        await tab.visit(`${server.url}${settings}/${name}`, async (page) => {
          await hydrated(page)
          await page.getByRole('heading', { level: 2 }).first().waitFor()
          await assertSound(page, name)
        })
      }
      await tab.close()
    })
  }
})

test('settings that may only be changed in files are shown, and say so', async (t) => {
  const server = await startRealServer({ settings: { webadmin: { configuration: { edition: { allowed: false } } } } })
  const browser = await launchBrowser()
  t.after(async () => {
    await browser.close()
    await server.stop()
    await removeData(server.data)
  })
  const { page } = await openPage(browser)
  await page.goto(`${server.url}/login?next=${settings}/information`)
  await hydrated(page)
  await page.getByLabel('User name or e-mail').fill('root')
  await page.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
  await page.keyboard.press('Enter')
  await page.getByText('can only be changed in its files').waitFor()
  assert.ok(await page.getByLabel('Name', { exact: true }).isDisabled())
})
