import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paintFirst } from './paint-first.ts'

const sheets: Record<string, string> = {
  '/client/page.css': 'p{color:red}',
  '/client/card.css': '.card.svelte-1a{gap:1px}.body.svelte-1a b{gap:2px}',
  '/client/menu.css': '.menu.svelte-2b{gap:3px}',
  '/client/pair.css': '.menu.svelte-2b{gap:4px}.card.svelte-1a{gap:5px}',
  '/client/font.css': '@font-face{src:url(a.woff2)}',
}
const link = (name: string) => `\t\t<link href="/client/${name}.css" rel="stylesheet">\n`
const page = (...names: string[]) =>
  `<head>\n${names.map(link).join('')}  </head><body><i class="card svelte-1a"></i></body>`
const paint = (...names: string[]) => paintFirst(page(...names), (path) => sheets[path])

test('what is shown has its styles in the page, in their order, and is linked for the script only', () => {
  const html = paint('page', 'card')
  assert.ok(html.includes(`<style>${sheets['/client/page.css']}\n${sheets['/client/card.css']}</style>\n  </head>`))
  assert.ok(html.includes('<link href="/client/page.css" rel="stylesheet" disabled>'))
  assert.ok(html.includes('<link href="/client/card.css" rel="stylesheet" disabled>'))
})

test('the styles of what is not shown come with it', () => assert.equal(paint('card', 'menu'), paint('card')))

test('a sheet of several parts is in the page when one of them is shown', () => {
  assert.ok(paint('pair').includes(sheets['/client/pair.css']!))
})

test('a sheet with addresses, and one that nobody knows, stay linked', () => {
  for (const name of ['font', 'unknown']) assert.ok(paint(name).includes(link(name)))
})

test('script comes after the pictures', () => {
  const html = paintFirst('<head><link href="/a.js" rel="modulepreload"></head><body>', () => undefined)
  assert.ok(html.startsWith('<head><link href="/a.js" rel="modulepreload" fetchpriority="low">'))
})
