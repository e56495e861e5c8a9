import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { findViolations } from './browser.ts'

const themes = ['light', 'dark'] as const

/** Elements that reach beyond the right edge, when the page can be scrolled there. */
function findWiderThanScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((one) => `${one.tagName}.${one.className}`)]
  })
}

/** In both themes: nothing for axe to tell, nothing beyond the screen's edge. */
export async function assertSound(page: Page, what: string): Promise<void> {
  const looks = new Set<string>()
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    looks.add(await page.evaluate(() => getComputedStyle(document.body).color))
    assert.deepEqual(await findViolations(page), [], `${what}, ${colorScheme}`)
  }
  assert.equal(looks.size, 2, `${what}: both themes look the same`)
  assert.deepEqual(await findWiderThanScreen(page), [], what)
}
