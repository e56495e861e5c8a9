import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { signIn, until, type Api } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, patience, signedInState } from '../support/browser.ts'
import { removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSound } from '../support/sound-page.ts'

const headers = { 'content-type': 'application/json' }
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1'
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/142.0.0.0 Mobile Safari/537.36'

describe('what people are told without having asked', () => {
  let server: RealServer
  let browser: Browser
  let api: Api
  const send = async (method: string, path: string, body: object) => {
    const answer = await api.send(method, path, { headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, await answer.text())
  }

  before(async () => {
    server = await startRealServer({
      settings: { client: { open_in_app: { android: { intent: { enabled: false } }, ios: { host: 'app.example' } } } },
    })
    api = await signIn(server.url)
    await send('PUT', '/api/v1/users/me', { noWelcomeModal: true })
    await send('POST', '/api/v1/users', {
      username: 'ada',
      email: 'ada@example.org',
      password: 'a good password',
      role: 2,
    })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
  })

  test('an administrator is reminded of what the server does not say; "never" is remembered everywhere', async () => {
    const root = await signedInState(browser, server.url, 'root', rootPassword)
    const { page, faults } = await openPage(browser, { storageState: root })
    const reminder = page.getByRole('region', { name: 'This server says little about itself' })
    await page.goto(server.url)
    await reminder.waitFor()
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 850 })
      await assertSound(page, `reminder, ${width}`)
    }
    const act = reminder.getByRole('link', { name: 'Describe this server' })
    assert.equal(await act.getAttribute('href'), '/admin/settings/config/information')
    // It is for the start page, where nobody is at work.
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Discover' }).click()
    await reminder.waitFor({ state: 'detached' })
    await page.goBack()
    await reminder.getByRole('button', { name: 'Do not remind me again' }).focus()
    await page.keyboard.press('Enter')
    await reminder.waitFor({ state: 'detached' })
    const refused = async () => (await api.get('/api/v1/users/me')).noInstanceConfigWarningModal === true
    await until('it is stored', refused, patience)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('who has no picture and says nothing is reminded: "not now" lasts, and what is done is not asked for', async () => {
    const ada = await signedInState(browser, server.url, 'ada', 'a good password')
    const { page, faults } = await openPage(browser, { storageState: ada })
    const reminder = page.getByRole('region', { name: 'Who are you?' })
    await page.goto(server.url)
    await reminder.getByRole('button', { name: 'Not now' }).click()
    await reminder.waitFor({ state: 'detached' })
    await page.reload()
    await hydrated(page)
    await page.getByRole('button', { name: /^Account of/ }).waitFor()
    await page.waitForTimeout(500)
    assert.equal(await reminder.count(), 0)
    // Another week.
    await page.evaluate(() => localStorage.setItem('reminded-at', '0'))
    await page.reload()
    await reminder.getByRole('link', { name: 'Complete my profile' }).click()
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
    assert.equal(await reminder.count(), 0)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('on a phone the page opens in the application, where the settings offer it, until one stays', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page, faults } = await openPage(browser, { ...phone, userAgent: iPhone })
    const bar = page.getByRole('region', { name: 'There is an app' })
    await page.goto(`${server.url}/videos/browse`)
    await bar.waitFor()
    const { host } = new URL(server.url)
    const href = await bar.getByRole('link', { name: 'Open the app' }).getAttribute('href')
    assert.equal(href, `peertube://app.example/videos/browse?${new URLSearchParams({ host }).toString()}`)
    await assertSound(page, 'the bar of the application')
    // The page's end is not behind it.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const [end, top] = await Promise.all([
      page.getByRole('main').evaluate((main) => main.lastElementChild!.getBoundingClientRect().bottom),
      bar.evaluate((element) => element.getBoundingClientRect().top),
    ])
    assert.ok(end <= top, `${end} > ${top}`)
    await page.goto(`${server.url}/login`)
    await hydrated(page)
    await page.waitForTimeout(500)
    assert.equal(await bar.count(), 0, 'it has no such page')
    await page.goto(`${server.url}/videos/overview`)
    await bar.getByRole('button', { name: 'Stay here' }).click()
    await bar.waitFor({ state: 'detached' })
    await page.goto(server.url)
    await hydrated(page)
    await page.waitForTimeout(500)
    assert.equal(await bar.count(), 0)
    assert.deepEqual(faults, [])
    await page.context().close()

    const off = await openPage(browser, { ...phone, userAgent: android })
    await off.page.goto(server.url)
    await hydrated(off.page)
    await off.page.waitForTimeout(500)
    assert.equal(await off.page.getByRole('region', { name: 'There is an app' }).count(), 0)
    await off.page.context().close()
  })
})
