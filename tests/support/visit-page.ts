import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { hydrated, openPage, tellingPage, type OpenedPage } from './browser.ts'

export interface VisitOptions extends BrowserContextOptions {
  /** Faults that belong to what is tested. */
  refused?: RegExp
}

/** Opens a page, uses it and closes it: nothing else may have gone wrong there. */
export async function visitPage(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<unknown>,
  { refused, ...options }: VisitOptions = {},
): Promise<void> {
  const { page, faults } = await openPage(browser, options)
  await page.goto(url)
  await tellingPage(page, use)
  const wrong = faults.filter((fault) => !refused?.test(fault))
  assert.deepEqual(wrong, [], url)
  await page.context().close()
}

export interface Tab {
  /** Nothing may go wrong on the page but what `refused` expects. */
  visit(url: string, use: (page: Page) => Promise<unknown>, refused?: RegExp): Promise<void>
  close(): Promise<void>
}

/**
 * Goes from page to page as a person does, with cookies, storage and cache: half the work of a page whose browser
 * knows nothing yet. For pages that are only looked at.
 */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const { page, faults } = await openPage(browser, options)
  return {
    async visit(url, use, refused) {
      await page.goto(url)
      await tellingPage(page, use)
      const wrong = faults.splice(0).filter((fault) => !refused?.test(fault))
      assert.deepEqual(wrong, [], url)
    },
    close: () => page.context().close(),
  }
}

/** A page whose script runs, for the test to close. */
export async function openLivePage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage & { main: Locator }> {
  const opened = await openPage(browser, options)
  await opened.page.goto(url)
  await hydrated(opened.page)
  return { ...opened, main: opened.page.getByRole('main') }
}

/** The row of a table that has these words. */
export const rowOf = (page: Page, words: string): Locator => page.getByRole('row').filter({ hasText: words })
