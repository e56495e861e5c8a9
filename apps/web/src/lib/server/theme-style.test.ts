import assert from 'node:assert/strict'
import { test } from 'node:test'
import { themeStyle } from './theme-style.ts'

test('without colours there are no rules', () => {
  assert.equal(themeStyle(undefined), '')
  assert.equal(themeStyle({ primaryColor: null, headerBackgroundColor: '' }), '')
})

test('colours of the page are its tokens', () => {
  const style = themeStyle({ primaryColor: '#123456', foregroundColor: 'rgb(1, 2, 3)', inputBorderRadius: '4px' })
  assert.equal(
    style,
    ':root:root:root{--accent:#123456;--focus:#123456;--text:rgb(1, 2, 3);--text-strong:rgb(1, 2, 3);--radius-s:4px}',
  )
})

test('header and menu have tokens of their own, and a text that is told from their background', () => {
  const style = themeStyle({
    headerBackgroundColor: '#1a1a2e',
    headerForegroundColor: '#eee',
    menuBackgroundColor: '#fe0',
    menuBorderRadius: '2px',
  })
  const [header, menu, shape] = style.split('}')
  assert.match(header!, /^:root \[data-part=header\]\{--surface-0:#1a1a2e;.*--text:#eee;.*;background:#1a1a2e;/)
  assert.match(menu!, /^:root \[data-part=menu\]\{--surface-0:#fe0;.*--text:oklch\(from #fe0 .*;background:#fe0;/)
  assert.equal(shape, ':root [data-part=menu]{--radius-m:2px')
})

test('text alone leaves the background as it is', () => {
  const style = themeStyle({ menuForegroundColor: 'navy' })
  assert.match(style, /--text:navy/)
  assert.doesNotMatch(style, /surface|background/)
})

test('what is no plain value is left out', () => {
  for (const value of ['red}body{display:none', 'url(x);', '"', '</style>', 'a:b', 'var(--x)\\']) {
    for (const name of ['primaryColor', 'headerBackgroundColor', 'menuForegroundColor', 'menuBorderRadius']) {
      assert.equal(themeStyle({ [name]: value }), '', value)
    }
  }
})
