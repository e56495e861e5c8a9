import type { Page } from 'playwright-core'

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
