import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { signIn } from '../support/api.ts'
import { findViolations, hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

describe('what administrators add to the pages', () => {
  let server: RealServer
  let browser: Browser
  before(async () => {
    const theme = { customization: { header_background_color: '#102030', menu_background_color: '#fed' } }
    server = await startRealServer({ settings: { csp: { enabled: true, report_only: false }, theme } })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  test('CSS, JavaScript and a message are there at the next page, under the content policy', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(server.url)
    const api = await signIn(server.url)
    const config = await api.get('/api/v1/config/custom')
    config.instance.customizations.css = 'body { border-top: 7px solid rgb(1, 2, 3) } /* </style><b id="out"> */'
    config.instance.customizations.javascript = 'var customRuns = (window.customRuns ?? 0) + 1 // </script>'
    config.broadcastMessage = {
      enabled: true,
      message: 'Maintenance at <b>noon</b>',
      level: 'warning',
      dismissable: true,
    }
    const headers = { 'content-type': 'application/json' }
    const saved = await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })
    assert.equal(saved.status, 200, await saved.text())

    const answer = await page.goto(server.url)
    assert.match(answer!.headers()['content-security-policy']!, /script-src 'self'/)
    await hydrated(page)
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).borderTopWidth), '7px')
    assert.equal(await page.locator('#out').count(), 0)
    await page.waitForFunction(() => 'customRuns' in window)
    assert.equal(await page.evaluate(() => (window as unknown as { customRuns: number }).customRuns), 1)
    assert.ok(await page.getByText('Maintenance at').isVisible())
    await page.getByRole('link', { name: 'About' }).first().click()
    await page.waitForURL(/about/)
    assert.equal(await page.evaluate(() => (window as unknown as { customRuns: number }).customRuns), 1)
    assert.deepEqual(faults, [])
  })

  test('the header and the menu have their colours, and a text that is told from them', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/about/instance`)
    await hydrated(page)
    const coloursOf = (part: string) =>
      page
        .locator(`[data-part=${part}]`)
        .first()
        .evaluate((element) => {
          const link = element.querySelector('a')!
          return [getComputedStyle(element).backgroundColor, getComputedStyle(link).color]
        })
    const [header, headerText] = await coloursOf('header')
    assert.equal(header, 'rgb(16, 32, 48)')
    assert.match(headerText!, /^oklch\(0\.98 /)
    const [menu, menuText] = await coloursOf('menu')
    assert.equal(menu, 'rgb(255, 238, 221)')
    assert.match(menuText!, /^oklch\(0\.12 /)
    assert.deepEqual(await findViolations(page), [])
  })

  test('the start page is the one that is chosen, for readers without script, too; its address stays', async () => {
    const api = await signIn(server.url)
    const choose = async (route: string) => {
      const config = await api.get('/api/v1/config/custom')
      config.instance.defaultClientRoute = route
      const headers = { 'content-type': 'application/json' }
      assert.equal(
        (await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })).status,
        200,
      )
    }
    await choose('/about/instance')
    for (const path of ['/', '/fr']) {
      assert.match(await (await fetch(`${server.url}${path}`)).text(), /<h1[^>]*>(About|À propos)/)
    }
    const { page, faults } = await openPage(browser)
    await page.goto(server.url)
    await hydrated(page)
    await page.getByRole('heading', { level: 1, name: /^About/ }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/')
    await page.goto(`${server.url}/videos/browse`)
    await hydrated(page)
    await page.locator('[data-part=header] a').first().click()
    await page.getByRole('heading', { level: 1, name: /^About/ }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/')

    await choose('/videos/trending')
    await page.goto(server.url)
    assert.equal(await page.locator('a[aria-current=page]', { hasText: 'Trending' }).first().isVisible(), true)
    for (const nowhere of ['/c/nobody', '/@nobody', '/w/abc', '/home', '/admin/nothing', '/my-library/nothing']) {
      await choose(nowhere)
      const answer = await fetch(server.url)
      assert.equal(answer.status, 200, nowhere)
      assert.match(await answer.text(), /data-start="\/"/, nowhere)
    }
    await choose('/c/root_channel')
    assert.match(await (await fetch(server.url)).text(), /data-start="\/c\/root_channel"/)
    await choose('/videos/browse')
    assert.deepEqual(faults, [])
  })
})
