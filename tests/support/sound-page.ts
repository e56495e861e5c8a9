import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findViolations } from './browser.ts'

const themes = ['light', 'dark'] as const

/** What differs between the themes, the tokens of the design, are colours. */
const rulesOf = { light: 'everything', dark: 'colours' } as const

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
    assert.deepEqual(await findViolations(page, rulesOf[colorScheme]), [], `${what}, ${colorScheme}`)
  }
  assert.equal(looks.size, 2, `${what}: both themes look the same`)
  assert.deepEqual(await findWiderThanScreen(page), [], what)
}

/** On a phone and on a desk. With `PICTURES` in the environment, a folder, there are pictures to look at. */
export async function assertSoundEverywhere(page: Page, what: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await assertSound(page, `${what} ${width}`)
    const folder = process.env['PICTURES']
    if (!folder) continue
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: join(folder, `${what}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
}
