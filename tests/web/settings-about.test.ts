import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startMailbox, type Mailbox } from '../../apps/server/src/features/mails/testing/start-mailbox.ts'
import { signIn, type Api } from '../support/api.ts'
import { hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'

const told = {
  name: 'Tide Pool',
  shortDescription: 'Films from the coast.',
  description: 'We are **a cooperative**. <script>alert(1)</script>',
  administrator: 'Anna and Bo.',
  creationReason: 'To show films.',
  hardwareInformation: 'One machine in Brest.',
  codeOfConduct: 'Be kind.',
  terms: 'Publish only what is yours.',
  moderationInformation: 'Anna reads every report.',
  languages: ['fr', 'en'],
  categories: [2, 13],
  serverCountry: 'France',
}

describe('what a server tells about itself', () => {
  let server: RealServer
  let mailbox: Mailbox
  let browser: Browser
  let api: Api

  before(async () => {
    mailbox = await startMailbox()
    const smtp = { ...mailbox.settings.smtp, tls: false, disable_starttls: true, from_address: 'tide@example.org' }
    server = await startRealServer({ settings: { smtp, admin: { email: 'admin@example.org' } } })
    api = await signIn(server.url)
    await change((config) => {
      Object.assign(config.instance, told)
      config.instance.support.text = 'Donate at https://tide.example/donate'
      config.instance.social.mastodonLink = 'https://mastodon.example/@tide'
      config.instance.social.xLink = 'javascript:alert(1)'
    })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await mailbox?.close()
  })

  async function change(edit: (config: any) => void): Promise<void> {
    const config = await api.get('/api/v1/config/custom')
    edit(config)
    const headers = { 'content-type': 'application/json' }
    const answer = await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })
    assert.equal(answer.status, 200, await answer.text())
  }

  test('is read without script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    const main = page.getByRole('main')
    const says = async (path: string, ...texts: string[]) => {
      const response = await page.goto(server.url + path)
      assert.equal(response!.status(), 200, path)
      const text = await main.innerText()
      for (const one of texts) assert.ok(text.includes(one), `${path}: ${one}\n${text}`)
    }
    await says(
      '/about',
      'About Tide Pool',
      told.shortDescription,
      'a cooperative',
      told.terms,
      'French',
      'Films',
      'France',
    )
    assert.equal(await main.getByText('a cooperative').evaluate((found) => found.tagName), 'STRONG')
    assert.equal(await main.locator('script').count(), 0)
    assert.equal(
      await main.getByRole('link', { name: 'Mastodon' }).getAttribute('href'),
      'https://mastodon.example/@tide',
    )
    assert.equal(await main.locator('[href^="javascript:"]').count(), 0)
    await says('/about/instance/team', told.administrator, told.creationReason)
    await says('/about/instance/moderation', told.codeOfConduct, told.moderationInformation, told.terms)
    await says('/about/instance/support', 'tide.example/donate')
    await says('/about/instance/tech', told.hardwareInformation, 'Members', '240p')
    await says('/about/contact', 'Write to the people who run Tide Pool')
    await says('/about/peertube', 'AGPL')
    await page.context().close()
  })

  test('how to support it is a dialog, by keys; the menu beside shows the current page', async () => {
    const { page, faults } = await openPage(browser, { viewport: { width: 1440, height: 300 } })
    await page.goto(`${server.url}/about/instance`)
    await hydrated(page)
    const support = page.getByRole('article').getByRole('link', { name: 'Support' })
    await support.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Support Tide Pool' })
    await dialog.getByRole('link', { name: 'https://tide.example/donate' }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/about/instance')
    await assertSound(page, 'support')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await support.evaluate((link) => link === document.activeElement), true)
    await page.getByRole('article').getByRole('link', { name: 'Contact' }).click()
    await page.waitForURL(/\/about\/contact$/)

    // The window is too low for the whole menu.
    await page.goto(`${server.url}/about/peertube`)
    await hydrated(page)
    const menu = page.getByRole('navigation', { name: 'About this server' })
    const [outer, inner] = await Promise.all(
      [menu, menu.locator('[aria-current=page]')].map((one) => one.boundingBox()),
    )
    assert.ok(await menu.evaluate((nav) => nav.scrollHeight > nav.clientHeight))
    assert.ok(inner!.y >= outer!.y - 1 && inner!.y + inner!.height <= outer!.y + outer!.height + 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a message arrives, and the next one within the hour is kept and explained', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${server.url}/about/contact`)
    await hydrated(page)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('A name has 1 to 120 characters.').waitFor()
    await page.getByLabel('Your name').fill('Bo')
    await page.getByLabel('Your e-mail address').fill('bo@example.org')
    await page.getByLabel('Subject').fill('Hello')
    await page.getByLabel('Message').fill('Good day to you all.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('They answer to bo@example.org.').waitFor()
    const mail = await mailbox.mailTo('admin@example.org')
    assert.match(mail.text!, /Bo[^]*Good day to you all\./)
    assert.equal(mail.replyTo?.[0]?.address, 'bo@example.org')
    assert.deepEqual(faults, [])

    await page.getByRole('button', { name: 'Write another message' }).click()
    await page.getByLabel('Message').fill('One more thing.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('within the last hour').waitFor()
    assert.equal(await page.getByLabel('Message').inputValue(), 'One more thing.')
    await page.context().close()
  })

  const pages = [
    'instance',
    'instance/team',
    'instance/moderation',
    'instance/support',
    'instance/tech',
    'contact',
    'peertube',
  ]
  for (const [device, width] of Object.entries({ 'a phone': 390, 'a desk': 1440 })) {
    test(`every page on ${device}: no violation in either theme, nothing to scroll sideways`, async () => {
      const { page, faults } = await openPage(browser, { viewport: { width, height: 850 } })
      for (const name of pages) {
        await page.goto(`${server.url}/about/${name}`)
        await hydrated(page)
        await assertSound(page, name)
      }
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }

  test('without a form, the page says why', async () => {
    await change((config) => (config.contactForm.enabled = false))
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/about/contact`)
    await page.getByText('The contact form is switched off on this server.').waitFor()
    await page.context().close()
  })
})
