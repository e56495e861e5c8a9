import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { TOTP } from 'otpauth'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startMailbox, type Mailbox } from '../../apps/server/src/features/mails/testing/start-mailbox.ts'
import { signIn, until } from '../support/api.ts'
import { findViolations, hydrated, launchBrowser, openPage, signedInState, signInByPage } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { openTab } from '../support/visit-page.ts'

const withoutRefusals = (faults: string[]) => faults.filter((fault) => !fault.includes('Failed to load resource'))

describe('my account', () => {
  let server: RealServer
  let mailbox: Mailbox
  let browser: Browser
  let state: BrowserContextOptions['storageState']
  const password = 'four quiet squids'

  before(async () => {
    mailbox = await startMailbox()
    server = await startRealServer({
      settings: {
        smtp: { ...mailbox.settings.smtp, tls: false, disable_starttls: true },
        signup: { enabled: true, requires_approval: false, requires_email_verification: true, limit: -1 },
        rates_limit: {
          api: { max: 100_000 },
          client: { max: 100_000 },
          login: { max: 1000 },
          ask_send_email: { max: 100 },
        },
      },
    })
    const root = await signIn(server.url)
    for (const username of ['emma', 'fred']) {
      const made = await root.send('POST', '/api/v1/users', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, email: `${username}@example.org`, password, role: 2, videoQuota: 1_000_000 }),
      })
      assert.equal(made.status, 200, await made.text())
    }
    browser = await launchBrowser()
    state = await signedInState(browser, server.url, 'emma', password)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    await mailbox?.close()
    if (server) await removeData(server.data)
  })

  const asEmma = (options: BrowserContextOptions = {}) => openPage(browser, { storageState: state, ...options })
  const emma = () => signIn(server.url, 'emma', password)

  async function open(page: Page, path: string) {
    await page.goto(server.url + path)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await hydrated(page)
  }

  const form = (page: Page, name: string) => page.getByRole('form', { name })
  const region = (page: Page, name: string) => page.getByRole('region', { name })

  test('every page is sound on a phone and at a desk, in both themes', async () => {
    const pages = ['settings', 'preferences', 'security', 'two-factor-auth'].map((name) => `/my-account/${name}`)
    for (const width of [390, 1440]) {
      const tab = await openTab(browser, { storageState: state, viewport: { width, height: 850 } })
      for (const path of pages) {
        await tab.visit(server.url + path, async (page) => {
          await page.getByRole('heading', { level: 2 }).first().waitFor()
          await hydrated(page)
          await assertSound(page, `${path} ${width}`)
        })
      }
      await tab.close()
    }
  })

  test('pages for visitors are sound, also with what is wrong in them', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 850 } })
    for (const [path, button] of [
      ['/signup', 'Create the account'],
      ['/reset-password', 'Send me a link'],
      [`/reset-password?userId=1&verificationString=${'a'.repeat(64)}`, 'Set the password'],
      ['/verify-account/ask-send-email', 'Send the link again'],
      ['/login', 'Sign in'],
    ] as const) {
      await page.goto(server.url + path)
      await hydrated(page)
      await page.getByRole('main').getByRole('button', { name: button }).click()
      await page.locator('[aria-invalid=true]').first().waitFor()
      assert.deepEqual(await findViolations(page), [], path)
    }
    await page.context().close()
  })

  test('who is not signed in is shown the way', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/my-account`)
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL('**/login?next=%2Fmy-account%2Fsettings')
    await page.context().close()
  })

  test('the profile shows what would change, saves it, and can take it back', async () => {
    const { page, faults } = await asEmma()
    await open(page, '/my-account/settings')
    const who = form(page, 'Who I am')
    await who.getByLabel('Display name').fill('Emma of the sea')
    await who.getByText('Display name: emma → Emma of the sea').waitFor()
    await who.getByRole('button', { name: 'Undo changes' }).click()
    assert.equal(await who.getByLabel('Display name').inputValue(), 'emma')
    await who.getByLabel('Display name').fill('Emma of the sea')
    await who.getByLabel('About me').fill('x')
    await who.getByText('At least 3 characters, or none.').waitFor()
    await who.getByRole('button', { name: 'Save changes' }).click()
    assert.equal((await (await emma()).get('/api/v1/users/me')).account.displayName, 'emma')
    await who.getByLabel('About me').fill('I film **squids**.')
    await who.getByRole('button', { name: 'Save changes' }).click()
    await who.getByText('Saved.').waitFor()
    await page.getByRole('button', { name: 'Account of Emma of the sea' }).waitFor()
    const { account } = await (await emma()).get('/api/v1/users/me')
    assert.deepEqual([account.displayName, account.description], ['Emma of the sea', 'I film **squids**.'])

    // Leaving with something unsaved asks.
    await who.getByLabel('About me').fill('Something else')
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Preferences' }).click()
    await until('it asks', async () => asked.length === 1)
    assert.match(page.url(), /settings$/)
    assert.equal(await who.getByLabel('About me').inputValue(), 'Something else')
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a picture is looked at before it is used, refused with its cause, and removed', async () => {
    const { page, faults } = await asEmma()
    await open(page, '/my-account/settings')
    const picture = region(page, 'Picture')
    const input = picture.locator('input[type=file]')
    await input.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') })
    await picture.getByText('This is no kind of picture that is accepted').waitFor()
    await input.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(9 * 1024 * 1024) })
    await picture.getByText('This picture is larger than').waitFor()
    await input.setInputFiles({ name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await picture.getByText('This file is not a picture that can be read.').waitFor()

    const square = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(320, 320)
      const context = canvas.getContext('2d')!
      context.fillStyle = '#a53fb5'
      context.fillRect(0, 0, 320, 320)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
      return [...bytes]
    })
    await input.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(square) })
    await picture.getByRole('img', { name: 'The picture as others will see it' }).waitFor()
    assert.deepEqual((await (await emma()).get('/api/v1/users/me')).account.avatars, [])
    await picture.getByRole('button', { name: 'Use this picture' }).click()
    await picture.getByText('The picture is in its place.').waitFor()
    const { account } = await (await emma()).get('/api/v1/users/me')
    assert.equal(account.avatars.length, 4)

    await picture.getByRole('button', { name: 'Remove' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove your picture?' })
    assert.deepEqual(await findViolations(page), [])
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await picture.getByText('The picture is removed.').waitFor()
    assert.deepEqual((await (await emma()).get('/api/v1/users/me')).account.avatars, [])
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('usage is shown against the quota', async () => {
    const { page } = await asEmma()
    await open(page, '/my-account/settings')
    const usage = region(page, 'What is there')
    await usage.getByText('of 1 MB used').waitFor()
    await usage.getByRole('meter', { name: 'Storage' }).waitFor()
    await page.context().close()
  })

  test('preferences are kept with the account, and a browser takes them over', async () => {
    const { page, faults } = await asEmma()
    await open(page, '/my-account/preferences')
    const look = form(page, 'Interface')
    await look.getByLabel('Dark').check()
    await look.getByRole('button', { name: 'Save changes' }).click()
    await look.getByText('Saved.').waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark')

    const playback = form(page, 'Playback')
    await playback.getByRole('switch', { name: 'Go on with the next video' }).check()
    await playback.getByText('Go on with the next video: off → on').waitFor()
    await playback.getByRole('button', { name: 'Save changes' }).click()
    await playback.getByText('Saved.').waitFor()

    const sensitive = form(page, 'Sensitive content')
    await sensitive.getByRole('radio', { name: 'Blur' }).check()
    await sensitive.getByLabel('Violence').selectOption({ label: 'Hide' })
    await sensitive.getByLabel('Sexual content').selectOption({ label: 'Warn' })
    await sensitive.getByRole('button', { name: 'Save changes' }).click()
    await sensitive.getByText('Saved.').waitFor()

    const languages = form(page, 'Languages of videos')
    await languages.getByLabel('Search in: Languages that I understand').fill('fren')
    await languages.getByRole('checkbox', { name: 'French', exact: true }).check()
    await languages.getByRole('button', { name: 'Save changes' }).click()
    await languages.getByText('Saved.').waitFor()

    const history = form(page, 'History')
    await history.getByRole('switch').uncheck()
    await history.getByRole('button', { name: 'Save changes' }).click()
    await history.getByText('Saved.').waitFor()

    const me = await (await emma()).get('/api/v1/users/me')
    assert.equal(me.theme, 'peertube-core-dark-brown')
    assert.equal(me.autoPlayNextVideo, true)
    assert.equal(me.nsfwPolicy, 'blur')
    assert.deepEqual([me.nsfwFlagsHidden, me.nsfwFlagsWarned, me.nsfwFlagsBlurred, me.nsfwFlagsDisplayed], [1, 2, 0, 0])
    assert.deepEqual(me.videoLanguages, ['fr'])
    assert.equal(me.videosHistoryEnabled, false)

    await look.getByLabel('Language').selectOption('fr')
    await look.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Préférences' }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()

    const fresh = await openPage(browser)
    await signInByPage(fresh.page, server.url, 'emma', password)
    await fresh.page.getByRole('button', { name: 'Compte de Emma of the sea' }).waitFor()
    assert.equal(await fresh.page.evaluate(() => document.documentElement.dataset['theme']), 'dark')
    await fresh.page.context().close()
    const back = await (
      await emma()
    ).send('PUT', '/api/v1/users/me', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: null, theme: 'instance-default' }),
    })
    assert.equal(back.status, 204)
  })

  test('the address changes once the link that is sent to the new one was followed', async () => {
    const { page, faults } = await asEmma()
    await open(page, '/my-account/security')
    const email = form(page, 'E-mail')
    await email.getByLabel('New address').fill('emma@sea.example.org')
    await email.getByRole('textbox', { name: 'Current password' }).fill('wrong')
    await email.getByRole('button', { name: 'Change address' }).click()
    await email.getByText('This is not your current password.').waitFor()
    assert.equal(await email.getByLabel('New address').inputValue(), 'emma@sea.example.org')
    await email.getByRole('textbox', { name: 'Current password' }).fill(password)
    await email.getByLabel('New address').fill('fred@example.org')
    await email.getByRole('button', { name: 'Change address' }).click()
    await email.getByText('Another account has this address already.').waitFor()
    await email.getByLabel('New address').fill('emma@sea.example.org')
    await email.getByRole('button', { name: 'Change address' }).click()
    await email.getByText('A link was sent to emma@sea.example.org.').waitFor()
    assert.equal(await email.getByRole('textbox', { name: 'Current password' }).inputValue(), '')
    assert.equal((await (await emma()).get('/api/v1/users/me')).email, 'emma@example.org')

    const { url } = await mailbox.linkTo('emma@sea.example.org')
    await page.goto(url.href)
    await page.getByText('This is your address from now on.').waitFor()
    assert.equal((await (await emma()).get('/api/v1/users/me')).email, 'emma@sea.example.org')
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  test('a session elsewhere is seen and ended; all others at once', async () => {
    const { page, faults } = await asEmma()
    await signIn(server.url, 'emma', password)
    const phone = await openPage(browser, {
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    })
    await signInByPage(phone.page, server.url, 'emma', password)
    await phone.page.getByRole('button', { name: /^Account of/ }).waitFor()

    await open(page, '/my-account/security')
    const sessions = region(page, 'Sessions')
    await sessions.getByText('This device').waitFor()
    await sessions.getByRole('button', { name: 'Sign out: Chrome on Android' }).click()
    await sessions.getByText('Signed out: Chrome on Android').waitFor()
    assert.equal(await sessions.getByRole('button', { name: 'Sign out: Chrome on Android' }).count(), 0)
    await phone.page.goto(`${server.url}/my-account/security`)
    await phone.page.getByText('Sign in to go on.').waitFor()
    await phone.page.context().close()

    const elsewhere = await signIn(server.url, 'emma', password)
    await page.reload()
    await sessions.getByRole('button', { name: 'Sign out all other devices' }).click()
    const dialog = page.getByRole('dialog')
    assert.deepEqual(await findViolations(page), [])
    await dialog.getByRole('button', { name: 'Sign them out' }).click()
    await sessions.getByText(/devices? (was|were) signed out/).waitFor()
    assert.equal(await sessions.getByRole('listitem').count(), 1)
    assert.equal((await elsewhere.send('GET', '/api/v1/users/me')).status, 401)
    assert.equal((await page.request.get(`${server.url}/my-account/security`)).status(), 200)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a new password is in force; the wrong present one changes nothing', async () => {
    const { page, faults } = await asEmma()
    await open(page, '/my-account/security')
    const section = form(page, 'Password')
    const current = section.getByRole('textbox', { name: 'Current password' })
    await current.fill('wrong')
    await section.getByRole('textbox', { name: 'New password' }).fill('another eight arms')
    await section.getByText('Strong').waitFor()
    await section.getByRole('button', { name: 'Change password' }).click()
    await section.getByText('This is not your current password.').waitFor()
    await current.fill(password)
    await section.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('The new password is in force.').waitFor()
    assert.equal(await current.inputValue(), '')
    const other = await signIn(server.url, 'emma', 'another eight arms')
    await assert.rejects(signIn(server.url, 'emma', password))
    const back = await other.send('PUT', '/api/v1/users/me', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password, currentPassword: 'another eight arms' }),
    })
    assert.equal(back.status, 204)
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  test('two factors: set up by a real code, asked for when signing in, turned off again', async () => {
    const { page, faults } = await openPage(browser)
    await signInByPage(page, server.url, 'fred', password)
    await page.getByRole('button', { name: 'Account of fred' }).waitFor()
    await open(page, '/my-account/security')
    await region(page, 'Two-factor authentication').getByRole('link', { name: 'Set up' }).click()
    await page.getByRole('heading', { level: 1, name: 'Two-factor authentication' }).waitFor()
    await page.getByRole('textbox', { name: 'Current password' }).fill('wrong')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('This is not your current password.').waitFor()
    await page.getByRole('textbox', { name: 'Current password' }).fill(password)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('img', { name: /^QR code/ }).waitFor()
    assert.deepEqual(await findViolations(page), [])
    const secret = (await page.locator('code').textContent())!.replaceAll(' ', '')
    const code = (timestamp = Date.now()) => new TOTP({ secret }).generate({ timestamp })
    await page.getByLabel('Code of your authenticator app').fill('12')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByText('Six digits are needed.').waitFor()
    await page.getByLabel('Code of your authenticator app').fill(code(Date.now() - 600_000))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByText('This code is not right').waitFor()
    await page.getByLabel('Code of your authenticator app').fill(code())
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByText('On: signing in asks for a code of your app.').waitFor()

    await page.getByRole('button', { name: 'Account of fred' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(`${server.url}/`)
    await signInByPage(page, server.url, 'fred', password)
    const otp = page.getByLabel('Code of your authenticator app')
    await otp.waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'otp')
    await otp.fill(code(Date.now() - 600_000))
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('This code is not right, or it is too old.').waitFor()
    // As an app shows it, and not the one that was used to set it up.
    const next = code(Date.now() + 30_000)
    await otp.fill(`${next.slice(0, 3)} ${next.slice(3)}`)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('button', { name: 'Account of fred' }).waitFor()

    await open(page, '/my-account/security')
    await region(page, 'Two-factor authentication').getByRole('button', { name: 'Turn off' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Current password' }).fill(password)
    await dialog.getByRole('button', { name: 'Turn off' }).click()
    await page.getByText('Off: whoever knows your password can sign in.').waitFor()
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  test('an account is deleted by naming it; root is not', async () => {
    const { page, faults } = await openPage(browser)
    await signInByPage(page, server.url, 'fred', password)
    await page.getByRole('button', { name: 'Account of fred' }).waitFor()
    await open(page, '/my-account/settings')
    await page.getByRole('button', { name: 'Delete my account…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete the account of fred?' })
    await dialog.getByText('the channel “Main fred channel” with 0 followers').waitFor()
    await dialog.getByRole('button', { name: 'Delete for good' }).click()
    await dialog.getByText('Type fred to go on.').waitFor()
    assert.deepEqual(await findViolations(page), [])
    await dialog.getByLabel('To confirm, type your user name: fred').fill('fred')
    await dialog.getByRole('button', { name: 'Delete for good' }).click()
    await page.getByText('Your account was deleted.').waitFor()
    assert.equal(new URL(page.url()).pathname, '/')
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
    const root = await signIn(server.url)
    assert.deepEqual((await root.get('/api/v1/users?search=fred')).data, [])

    await signInByPage(page, server.url, 'root', 'a-root-password')
    await page.getByRole('button', { name: 'Account of root' }).waitFor()
    await open(page, '/my-account/settings')
    await page.getByText('The account “root” cannot be deleted').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Delete my account…' }).count(), 0)
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })
})
