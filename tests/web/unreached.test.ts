import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { until } from '../support/api.ts'
import { hydrated, launchBrowser, patience, signedInState } from '../support/browser.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'
import { visitPage } from '../support/visit-page.ts'

const device = { viewport: { width: 390, height: 850 }, isMobile: true, hasTouch: true }

describe('without a network or a server', () => {
  let server: RealServer
  let browser: Browser
  let asRoot: BrowserContextOptions['storageState']

  before(async () => {
    server = await startRealServer()
    browser = await launchBrowser()
    asRoot = await signedInState(browser, server.url, 'root', rootPassword)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  const said = 'A sentence that nobody wants to type again'
  const profile = (page: Page) => page.getByRole('form', { name: 'Who I am' })
  const description = (page: Page) => profile(page).getByRole('textbox', { name: 'About me' })
  const save = (page: Page) => profile(page).getByRole('button', { name: 'Save changes' })

  async function write(page: Page, text: string) {
    await description(page).waitFor()
    await hydrated(page)
    await description(page).fill(text)
  }

  async function saved(page: Page, text: string) {
    assert.equal(await description(page).inputValue(), text, 'what was typed is kept')
    await save(page).click()
    await profile(page).getByText('Saved.').waitFor()
    const token = await page.evaluate(() => localStorage.getItem('access_token'))
    const answer = await fetch(`${server.url}/api/v1/users/me`, { headers: { authorization: `Bearer ${token}` } })
    const { account } = (await answer.json()) as { account: { description: string } }
    assert.equal(account.description, text)
  }

  for (const [name, options] of Object.entries({ 'a desk': {}, 'a phone': device })) {
    test(`offline on ${name}: it is said at once and goes by itself, what was typed is kept`, async () => {
      const use = async (page: Page) => {
        await write(page, `${said}, ${name}`)
        await page.context().setOffline(true)
        const notice = page.getByText('You are offline.')
        await notice.waitFor()
        await save(page).click()
        await profile(page).getByText('No connection to the server.').waitFor()
        await assertSound(page, `offline on ${name}`)
        await page.context().setOffline(false)
        await notice.waitFor({ state: 'detached' })
        await saved(page, `${said}, ${name}`)
      }
      const refused = /ERR_INTERNET_DISCONNECTED/
      await visitPage(browser, `${server.url}/my-account/settings`, use, { storageState: asRoot, refused, ...options })
    })

    test(`a server that is looked after, on ${name}: it is said until it is back`, async () => {
      const use = async (page: Page) => {
        await write(page, `${said}, after that, ${name}`)
        await page.route('**/api/v1/**', (route) => route.fulfill({ status: 503, body: 'Back soon' }))
        await save(page).click()
        const notice = page.getByText('The server does not answer')
        await notice.waitFor()
        await assertSound(page, `503 on ${name}`)
        await page.unrouteAll()
        await notice.waitFor({ state: 'detached' })
        await saved(page, `${said}, after that, ${name}`)
      }
      await visitPage(browser, `${server.url}/my-account/settings`, use, {
        storageState: asRoot,
        refused: /503/,
        ...options,
      })
    })
  }

  test('a refusal of one operation is not taken for the absence of the server', async () => {
    const use = async (page: Page) => {
      await write(page, said)
      let asked = 0
      page.on('request', (request) => request.url().endsWith('/api/v1/ping') && asked++)
      await page.route('**/api/v1/users/me', (route) => route.fulfill({ status: 503 }))
      await save(page).click()
      await profile(page).getByText('The server is busy or restarting.').waitFor()
      await until('the question whether it is there', async () => asked === 1, patience)
      assert.equal(await page.getByText('The server does not answer').count(), 0)
    }
    await visitPage(browser, `${server.url}/my-account/settings`, use, { storageState: asRoot, refused: /503/ })
  })
})
