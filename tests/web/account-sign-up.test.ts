import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startMailbox, type Mailbox } from '../../apps/server/src/features/mails/testing/start-mailbox.ts'
import { signIn } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, signInByPage } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { runSql } from '../support/run-sql.ts'

/** Failures that the browser itself reports of requests that are meant to be refused. */
const withoutRefusals = (faults: string[]) => faults.filter((fault) => !fault.includes('Failed to load resource'))

const main = (page: Page) => page.getByRole('main')
const passwordField = (page: Page, name = 'Password') => page.getByRole('textbox', { name, exact: true })

/** The steps of a sign-up end with a button; the next one begins with a heading that has the focus. */
async function goOn(page: Page, heading: string) {
  await main(page).getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 2, name: heading }).waitFor()
  await page.waitForFunction((text) => document.activeElement?.textContent === text, heading)
}

async function agree(page: Page) {
  await page.getByRole('checkbox').check()
  await goOn(page, 'Your account')
}

async function open(page: Page, url: string) {
  await page.goto(url)
  await hydrated(page)
}

describe('an account of one’s own: direct, with a link by mail', () => {
  let server: RealServer
  let mailbox: Mailbox
  let browser: Browser

  before(async () => {
    mailbox = await startMailbox()
    server = await startRealServer({
      settings: {
        smtp: { ...mailbox.settings.smtp, tls: false, disable_starttls: true },
        signup: { enabled: true, requires_approval: false, requires_email_verification: true, minimum_age: 16 },
        rates_limit: {
          api: { max: 100_000 },
          client: { max: 100_000 },
          login: { max: 15 },
          signup: { max: 100 },
          ask_send_email: { max: 100 },
        },
      },
    })
    browser = await launchBrowser()
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    await mailbox?.close()
    if (server) await removeData(server.data)
  })

  test('without script it says what the place asks for, and what is needed to go on', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/signup`)
    await page.getByRole('heading', { level: 1, name: /Create an account/ }).waitFor()
    await page.getByText('You must be at least 16 years old.').waitFor()
    assert.match(await main(page).innerText(), /needs JavaScript/)
    for (const path of ['/reset-password', '/verify-account/email', '/verify-account/ask-send-email', '/login']) {
      const response = await page.goto(server.url + path)
      assert.equal(response?.status(), 200, path)
      await main(page).getByRole('heading', { level: 1 }).waitFor()
      assert.match(await main(page).innerText(), /needs? JavaScript/, path)
    }
    await page.context().close()
  })

  test('every rule is told while typing, and nothing is sent before all are kept', async () => {
    const { page, faults } = await openPage(browser)
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await open(page, `${server.url}/signup`)
    await main(page).getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Without agreeing there is no account.').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'agreed')
    await agree(page)
    const username = page.getByLabel('User name', { exact: true })
    await username.fill('Anna')
    await page.getByText('Lower-case letters only.').waitFor()
    assert.equal(await username.getAttribute('aria-invalid'), 'true')
    await username.fill('-anna')
    await page.getByText('Neither begins nor ends with a dot or a dash.').waitFor()
    await page.getByLabel('E-mail').fill('anna@')
    await page.getByText('This does not look like an address').waitFor()
    await passwordField(page).fill('short')
    await page.getByText('At least 8 characters.', { exact: true }).waitFor()
    await page.getByText('Easy to guess').waitFor()
    await main(page).getByRole('button', { name: 'Continue' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'username')
    await username.fill('anna')
    await main(page).getByRole('button', { name: 'Continue' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'email')
    await page.getByLabel('E-mail').fill('anna@example.org')
    await passwordField(page).fill('four quiet squids')
    await goOn(page, 'Your channel')
    await page.getByRole('switch', { name: 'Name my channel myself' }).check()
    await page.getByLabel('Title of the channel').fill('Été à Brest')
    assert.equal(await page.getByLabel('Name of the channel in its address').inputValue(), 'ete_a_brest')
    await page.getByLabel('Name of the channel in its address').fill('anna')
    await page.getByText('It must be another name than that of your account.').waitFor()
    await main(page).getByRole('button', { name: 'Create the account' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'channel.name')
    assert.deepEqual(sent, [])
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  async function fill(page: Page, username: string, email: string) {
    await page.getByRole('checkbox', { name: /at least 16/ }).check()
    await goOn(page, 'Your account')
    await page.getByLabel('User name', { exact: true }).fill(username)
    await page.getByLabel('E-mail').fill(email)
    await passwordField(page).fill('four quiet squids')
    await goOn(page, 'Your channel')
  }

  test('steps are addresses: back keeps what was typed, none is left out, and each is sound', async () => {
    const { page, faults } = await openPage(browser)
    const steps = page.getByRole('list', { name: 'Steps to your account' })
    const current = () => steps.locator('[aria-current=step]').innerText()
    // Nothing was agreed to yet.
    await open(page, `${server.url}/signup?step=channel`)
    await page.waitForURL(`${server.url}/signup`)
    await page.getByRole('heading', { level: 2, name: 'This place and its rules' }).waitFor()
    assert.match(await current(), /Step 1 of 4\s+Rules/)
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 850 })
      await assertSound(page, `rules, ${width}`)
    }
    await fill(page, 'kept', 'kept@example.org')
    assert.match(page.url(), /step=channel$/)
    assert.match(await current(), /Step 3 of 4\s+Channel/)
    await page.getByRole('switch', { name: 'Name my channel myself' }).check()
    await page.getByLabel('Title of the channel').fill('Kept, too')
    await assertSound(page, 'channel')
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: 'Your account' }).waitFor()
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'kept@example.org')
    await assertSound(page, 'account')
    await main(page).getByRole('button', { name: 'Back' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'This place and its rules' }).waitFor()
    assert.equal(await page.getByRole('checkbox').isChecked(), true)
    await goOn(page, 'Your account')
    assert.equal(await passwordField(page).inputValue(), 'four quiet squids')
    await page.getByLabel('E-mail').press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Your channel' }).waitFor()
    assert.equal(await page.getByLabel('Title of the channel').inputValue(), 'Kept, too')
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('sign up, follow the link of the mail, sign in; before that the door stays closed', async () => {
    const { page, faults } = await openPage(browser)
    await open(page, `${server.url}/signup`)
    await fill(page, 'anna', 'anna@example.org')
    await page.getByRole('switch', { name: 'Name my channel myself' }).check()
    await page.getByLabel('Title of the channel').fill('Été à Brest')
    await main(page).getByRole('button', { name: 'Create the account' }).click()
    await page.getByRole('heading', { level: 1, name: 'The account is there' }).waitFor()
    await page.getByText('A link was sent to anna@example.org.').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')

    await signInByPage(page, server.url, 'anna', 'four quiet squids')
    await page.getByRole('alert').filter({ hasText: 'not confirmed yet' }).waitFor()
    await page.getByRole('alert').getByRole('link', { name: 'Send the link again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Confirm your address' }).waitFor()
    await page.getByLabel('E-mail').fill('anna@example.org')
    await page.getByRole('button', { name: 'Send the link again' }).click()
    await page.getByText('If anna@example.org waits for its confirmation here').waitFor()

    const { url } = await mailbox.linkTo('anna@example.org', 2)
    await open(page, url.href)
    await page.getByText('Your address is confirmed. You can sign in now.').waitFor()
    await signInByPage(page, server.url, 'anna', 'four quiet squids')
    await page.getByRole('button', { name: 'Account of anna' }).waitFor()
    const anna = await signIn(server.url, 'anna', 'four quiet squids')
    const me = await anna.get('/api/v1/users/me')
    assert.equal(me.emailVerified, true)
    assert.deepEqual(
      me.videoChannels.map(({ name, displayName }: any) => [name, displayName]),
      [['ete_a_brest', 'Été à Brest']],
    )

    await open(page, url.href)
    await page.getByText('This link was used already, or it is too old.').waitFor()
    await page.goto(`${server.url}/signup`)
    await page.getByText('Signed in as anna.').first().waitFor()
    await page.waitForURL(`${server.url}/`)
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  test('a name that is taken is told at its field, and all that was typed stays', async () => {
    const { page } = await openPage(browser)
    await open(page, `${server.url}/signup`)
    await fill(page, 'anna', 'someone@example.org')
    await main(page).getByRole('button', { name: 'Create the account' }).click()
    await page.getByText('belongs to an account, or to a request for one').waitFor()
    const username = page.getByLabel('User name', { exact: true })
    assert.equal(await username.getAttribute('aria-invalid'), 'true')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'username')
    assert.match(page.url(), /step=account$/)
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'someone@example.org')
    assert.equal(await passwordField(page).inputValue(), 'four quiet squids')
    // What was refused is no longer wrong once it is another value.
    await username.fill('bertha')
    await page.getByText('belongs to an account, or to a request for one').waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('forgotten: ask, follow the link, choose; the old password is refused', async () => {
    const { page, faults } = await openPage(browser)
    await open(page, `${server.url}/login`)
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByRole('heading', { level: 1, name: 'Forgotten password' }).waitFor()
    await page.getByLabel('E-mail').fill('anna@example.org')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByText('If anna@example.org has an account here, a link is on its way.').waitFor()

    const { url } = await mailbox.linkTo('anna@example.org', 3)
    await open(page, url.href)
    await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor()
    // The secret does not stay in the address bar.
    assert.ok(!page.url().includes('verificationString'))
    await passwordField(page, 'New password').fill('another eight arms')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('The new password is in force.').waitFor()

    await signInByPage(page, server.url, 'anna', 'four quiet squids')
    await page.getByText('User name and password do not match.').waitFor()
    await passwordField(page).fill('another eight arms')
    await main(page).getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Account of anna' }).waitFor()

    await open(page, url.href)
    await passwordField(page, 'New password').fill('a third password')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('This link was used already, or it is too old.').waitFor()
    await page.getByRole('link', { name: 'Ask for a new link' }).click()
    await page.getByRole('heading', { level: 1, name: 'Forgotten password' }).waitFor()
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  test('the first password of an account that somebody else made', async () => {
    const root = await signIn(server.url)
    const made = await root.send('POST', '/api/v1/users', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'carl', email: 'carl@example.org', password: '', role: 2 }),
    })
    assert.equal(made.status, 200)
    const { page } = await openPage(browser)
    await open(page, (await mailbox.linkTo('carl@example.org')).url.href)
    await passwordField(page, 'New password').fill('the first of mine')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('User name or e-mail').fill('carl@example.org')
    await passwordField(page).fill('the first of mine')
    await main(page).getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Account of carl' }).waitFor()
    await page.context().close()
  })

  test('who is blocked is told so; who tries too often is told for how long to wait', async () => {
    const root = await signIn(server.url)
    const { data } = await root.get('/api/v1/users?search=carl')
    const blocked = await root.send('POST', `/api/v1/users/${data[0].id}/block`)
    assert.equal(blocked.status, 204)
    const { page } = await openPage(browser)
    await signInByPage(page, server.url, 'carl', 'the first of mine')
    await page.getByRole('alert').filter({ hasText: 'This account is blocked.' }).waitFor()
    const button = main(page).getByRole('button', { name: 'Sign in' })
    const tooMany = page.getByRole('alert').filter({ hasText: /Too many attempts\. Try again in .*(min|sec)/ })
    for (let tries = 0; tries < 20 && !(await tooMany.isVisible()); tries++) {
      const answer = page.waitForResponse('**/api/v1/users/token')
      await button.click()
      await answer
      await page.waitForTimeout(50)
    }
    await tooMany.waitFor()
    assert.equal(await page.getByLabel('User name or e-mail').inputValue(), 'carl')
    await page.context().close()
  })
})

describe('an account with approval, and none at all', () => {
  let server: RealServer
  let browser: Browser

  const start = (signup: object, data?: string) =>
    startRealServer({
      ...(data ? { data } : {}),
      settings: { signup, rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, signup: { max: 2 } } },
    })

  before(async () => {
    server = await start({ enabled: true, requires_approval: true, requires_email_verification: false })
    browser = await launchBrowser()
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  test('a request needs a reason, is answered by people, and opens the door then', async () => {
    const { page, faults } = await openPage(browser)
    await open(page, `${server.url}/login`)
    await page.getByRole('link', { name: 'Request an account' }).click()
    await page.getByRole('heading', { level: 1, name: /^Request an account on/ }).waitFor()
    await hydrated(page)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Some words are needed.').waitFor()
    await page.getByLabel('Why do you want to join?').fill('I film squids.')
    await goOn(page, 'Your account')
    await page.getByLabel('User name', { exact: true }).fill('dora')
    await page.getByLabel('E-mail').fill('dora@example.org')
    await passwordField(page).fill('four quiet squids')
    await goOn(page, 'Your channel')
    await page.getByRole('button', { name: 'Send the request' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your request is sent' }).waitFor()

    await signInByPage(page, server.url, 'dora', 'four quiet squids')
    await page.getByRole('alert').filter({ hasText: 'waits for approval' }).waitFor()
    const root = await signIn(server.url)
    const { data } = await root.get('/api/v1/users/registrations')
    assert.equal(data[0].registrationReason, 'I film squids.')
    const accepted = await root.send('POST', `/api/v1/users/registrations/${data[0].id}/accept`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ moderationResponse: 'Welcome.' }),
    })
    assert.equal(accepted.status, 204)
    await main(page).getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Account of dora' }).waitFor()
    assert.deepEqual(withoutRefusals(faults), [])
    await page.context().close()
  })

  const restart = async (signup: object) => {
    const { data } = server
    await server.stop()
    server = await start(signup, data)
    // How many signed up is known after a restart, too.
    await runSql(data, 'DELETE FROM sepiola."countedAct"')
  }

  test('direct and without a link: who signs up is in, and the third in a row is told to wait', async () => {
    await restart({ enabled: true, requires_approval: false, requires_email_verification: false })
    const { page, faults } = await openPage(browser)
    await open(page, server.url)
    await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByRole('heading', { level: 1, name: /^Create an account on/ }).waitFor()
    await hydrated(page)
    await agree(page)
    await page.getByLabel('User name', { exact: true }).fill('edda')
    await page.getByLabel('E-mail').fill('edda@example.org')
    await passwordField(page).fill('four quiet squids')
    await page.getByLabel('Display name (optional)').fill('Edda')
    await goOn(page, 'Your channel')
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByText('Welcome, edda. You are signed in.').waitFor()
    await page.getByRole('button', { name: 'Account of Edda' }).waitFor()
    await page.getByRole('link', { name: 'Complete my profile' }).click()
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
    await page.context().close()

    const next = await openPage(browser)
    await open(next.page, `${server.url}/signup`)
    const fill = async (username: string) => {
      await agree(next.page)
      await next.page.getByLabel('User name', { exact: true }).fill(username)
      await next.page.getByLabel('E-mail').fill(`${username}@example.org`)
      await passwordField(next.page).fill('four quiet squids')
      await goOn(next.page, 'Your channel')
      await next.page.getByRole('button', { name: 'Create the account' }).click()
    }
    await fill('fritz')
    await next.page.getByText('Welcome, fritz.').waitFor()
    await next.page.evaluate(() => localStorage.clear())
    await open(next.page, `${server.url}/signup`)
    await fill('gerd')
    await next.page
      .getByRole('alert')
      .filter({ hasText: /Too many attempts\. Try again in .*(min|sec)/ })
      .waitFor()
    assert.equal(await next.page.getByLabel('User name', { exact: true }).inputValue(), 'gerd')
    assert.deepEqual(faults, [])
    await next.page.context().close()
  })

  test('closed: it says so, and where to go', async () => {
    await restart({ enabled: false })
    const { page, faults } = await openPage(browser)
    await open(page, `${server.url}/signup`)
    await page.getByText('This server does not take new accounts at the moment.').waitFor()
    await main(page).getByRole('link', { name: 'I have an account: sign in' }).click()
    await page.getByLabel('User name or e-mail').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Create an account' }).count(), 0)
    assert.deepEqual(faults, [])
    await page.context().close()
  })
})
