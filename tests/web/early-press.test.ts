import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage } from '../support/browser.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'

describe('who is faster than the script of the page', () => {
  let server: RealServer
  let browser: Browser

  before(async () => {
    server = await startRealServer()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  /** The page as it came, its script a second later than what `act` does. */
  async function early(path: string, act: (page: Page) => Promise<void>) {
    const { page, faults } = await openPage(browser)
    let release = () => {}
    const acted = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/*.js', async (route) => {
      await acted
      await route.continue()
    })
    await page.goto(server.url + path, { waitUntil: 'commit' })
    await act(page)
    await wait(300)
    release()
    return { page, faults }
  }

  test('signs in: what was typed stays, and the button counts', async () => {
    const { page, faults } = await early('/login', async (page) => {
      await page.getByLabel('User name or e-mail').fill('root')
      await page.getByRole('textbox', { name: 'Password' }).fill(rootPassword)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    })
    await page.waitForURL((url) => url.pathname !== '/login')
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('by the Enter key as well', async () => {
    const { page } = await early('/login', async (page) => {
      await page.getByLabel('User name or e-mail').fill('root')
      await page.getByRole('textbox', { name: 'Password' }).fill('not this one')
      await page.keyboard.press('Enter')
    })
    await page.locator('[aria-invalid="true"]').first().waitFor()
    assert.equal(await page.getByLabel('User name or e-mail').inputValue(), 'root')
    assert.ok(!page.url().includes('not'), page.url())
    await page.context().close()
  })

  test('searches without waiting for it', async () => {
    const { page } = await openPage(browser)
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(server.url, { waitUntil: 'commit' })
    const search = page.getByRole('searchbox').first()
    await search.fill('sea')
    await search.press('Enter')
    await page.waitForURL(/\/search\?.*search=sea/)
    await page.context().close()
  })
})
