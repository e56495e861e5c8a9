import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

/**
 * The address bar of a window loads two pages of its own for its suggestions: half the work of every new context, for
 * what nobody sees. Chromium heeds the last such list alone, so what Playwright turns off is named again.
 */
const disabledFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning', 'PaintHolding'],
  ...[
    'LensOverlay',
    'MediaRouter',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
  ],
]

const flags = [
  `--disable-features=${disabledFeatures.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

/** ms that a page may take for what a test waits for: machines of continuous integration are slow. */
export const patience = 20_000

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags })
}

export interface OpenedPage {
  page: Page
  /** Uncaught errors, messages of `console.error` and answers ≥ 500, in order. */
  faults: string[]
}

/** A page of a person without cookies or storage, in English. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    faults.push(`console: ${message.text()} ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, faults }
}

export async function signInByPage(page: Page, url: string, username: string, password: string): Promise<void> {
  await page.goto(`${url}/login`)
  await hydrated(page)
  await page.getByLabel('User name or e-mail').fill(username)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

/** Cookies and storage of somebody who signed in by the page, for pages that begin signed in. */
export async function signedInState(
  browser: Browser,
  url: string,
  username: string,
  password: string,
): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const { page } = await openPage(browser)
  await signInByPage(page, url, username, password)
  await page.getByRole('button', { name: /^Account of/ }).waitFor()
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

/** The page's script runs: what is typed and pressed from now on counts. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

/** What goes wrong says what stood on the page then. */
export async function tellingPage(page: Page, use: (page: Page) => Promise<unknown>): Promise<void> {
  try {
    await use(page)
  } catch (error) {
    const text = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch(() => 'nothing')
    throw new Error(`${page.url()} shows:\n${text}`, { cause: error })
  }
}

let axeSource: Promise<string> | undefined

export interface Violation {
  id: string
  help: string
  nodes: string[]
}

/** What the colours of a page can offend, and nothing else of it. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong: WCAG 2.2 A and AA and the best practices; of `colours`, where nothing else has changed. */
export async function findViolations(page: Page, of: 'everything' | 'colours' = 'everything'): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await page.evaluate(await axeSource)
  }
  const rules =
    of === 'colours'
      ? { runOnly: { type: 'rule', values: colourRules } }
      : { rules: { 'target-size': { enabled: true } } }
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<any> } }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules })
    return violations.map(({ id, help, nodes }: any) => ({
      id,
      help,
      nodes: nodes.map((node: any) => `${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
    }))
  }, rules)
}

/** Before the page is opened: counts how often its script replaces the address by another one. */
export async function countAddressChanges(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = History
    const replace = prototype.replaceState
    prototype.replaceState = function (...change) {
      const { dataset } = document.documentElement
      if (change[2]) dataset['addressChanges'] = String(Number(dataset['addressChanges'] ?? 0) + 1)
      return replace.apply(this, change)
    }
  })
}

export async function addressChanges(page: Page): Promise<number> {
  return Number((await page.locator('html').getAttribute('data-address-changes')) ?? 0)
}
