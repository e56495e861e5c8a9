import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { signIn } from '../support/api.ts'
import { hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

describe('what administrators add to the pages', () => {
  let server: RealServer
  let browser: Browser
  before(async () => {
    server = await startRealServer({ settings: { csp: { enabled: true, report_only: false } } })
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
})
