import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { signIn } from '../support/api.ts'
import { findViolations, hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { assertSound } from '../support/sound-page.ts'
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
      message: 'Maintenance at **12:30** <b>sharp</b>, see [our page](https://example.org/status)\n\n- slow pages',
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
    const announcement = page.getByRole('region', { name: 'Announcement' })
    assert.equal(await announcement.locator('strong').textContent(), '12:30')
    assert.equal(await announcement.locator('b').count(), 0, 'HTML is text')
    assert.match(await announcement.innerText(), /<b>sharp<\/b>/)
    const link = announcement.getByRole('link', { name: 'our page' })
    assert.equal(await link.getAttribute('href'), 'https://example.org/status')
    assert.match((await link.getAttribute('rel'))!, /noopener/)
    assert.equal(await announcement.getByRole('listitem').textContent(), 'slow pages')
    await page.getByRole('link', { name: 'About' }).first().click()
    await page.waitForURL(/about/)
    assert.equal(await page.evaluate(() => (window as unknown as { customRuns: number }).customRuns), 1)
    assert.deepEqual(faults, [])
  })

  test('an announcement is dismissed where it may be, until there is another one', async () => {
    const api = await signIn(server.url)
    const config = await api.get('/api/v1/config/custom')
    const announce = async (change: object) => {
      config.broadcastMessage = { enabled: true, dismissable: true, level: 'info', message: 'First', ...change }
      const headers = { 'content-type': 'application/json' }
      const saved = await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })
      assert.equal(saved.status, 200)
    }
    const { page, faults } = await openPage(browser)
    const announcement = page.getByRole('region', { name: 'Announcement' })
    const visit = async () => {
      await page.goto(`${server.url}/about/instance`)
      await hydrated(page)
    }
    const colours = new Set<string>()
    for (const level of ['info', 'warning', 'error']) {
      await announce({ level })
      await visit()
      colours.add(await announcement.evaluate((element) => getComputedStyle(element).backgroundColor))
      await assertSound(page, `an announcement, ${level}`)
    }
    assert.equal(colours.size, 3)
    await announcement.getByRole('button', { name: 'Dismiss' }).focus()
    await page.keyboard.press('Enter')
    await announcement.waitFor({ state: 'detached' })
    await visit()
    await announcement.waitFor({ state: 'detached' })
    await announce({ message: 'Second' })
    await visit()
    assert.match(await announcement.innerText(), /Second/)
    await announce({ dismissable: false })
    await visit()
    assert.match(await announcement.innerText(), /First/, 'one that cannot be dismissed stays')
    assert.equal(await announcement.getByRole('button').count(), 0)
    await announce({ enabled: false })
    await visit()
    assert.equal(await announcement.count(), 0)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('the menu follows the settings: how trending is ranked, a homepage, all videos', async () => {
    const api = await signIn(server.url)
    const headers = { 'content-type': 'application/json' }
    const entries = async () => {
      const { page, faults } = await openPage(browser)
      await page.goto(`${server.url}/about/instance`)
      await hydrated(page)
      const menu = page.getByRole('navigation', { name: 'Main' })
      const links = await menu
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => `${link.textContent.trim()} ${link.getAttribute('href')}`))
      assert.deepEqual(faults, [])
      await page.context().close()
      return links.slice(
        0,
        links.findIndex((link) => link.startsWith('Sign in')),
      )
    }
    const change = async (edit: (config: any) => void) => {
      const config = await api.get('/api/v1/config/custom')
      edit(config)
      const saved = await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })
      assert.equal(saved.status, 200, await saved.text())
    }
    assert.deepEqual(await entries(), ['Home /', 'Discover /videos/overview', 'Trending /videos/browse?sort=-hot'])
    await change((config) => {
      config.trending.videos.algorithms = { enabled: ['most-viewed', 'most-liked'], default: 'most-liked' }
    })
    assert.equal((await entries()).at(-1), 'Trending /videos/browse?sort=-likes')
    await change((config) => {
      config.trending.videos.algorithms = { enabled: [], default: 'hot' }
    })
    assert.deepEqual(await entries(), ['Home /', 'Discover /videos/overview'])
    const body = JSON.stringify({ content: '# Hello' })
    const written = await api.send('PUT', '/api/v1/custom-pages/homepage/instance', { headers, body })
    assert.equal(written.status, 204)
    assert.deepEqual(await entries(), ['Home /home', 'Discover /videos/overview', 'Videos /'])
    await change((config) => (config.instance.defaultClientRoute = '/home'))
    assert.deepEqual(await entries(), ['Home /', 'Discover /videos/overview', 'Videos /videos/browse'])
    await api.send('PUT', '/api/v1/custom-pages/homepage/instance', { headers, body: JSON.stringify({ content: '' }) })
    await change((config) => {
      config.instance.defaultClientRoute = '/videos/browse'
      config.trending.videos.algorithms = { enabled: ['hot', 'most-viewed', 'most-liked'], default: 'hot' }
    })
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
