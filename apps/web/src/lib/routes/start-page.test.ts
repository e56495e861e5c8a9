import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readStartPage } from './start-page.ts'

const list = { path: '/', search: '' }

test('the list of videos is what there is anyway', () => {
  for (const route of [undefined, '', '/', '/videos/browse', '/videos/browse/', '/videos/recently-added']) {
    assert.deepEqual(readStartPage(route), list, route)
  }
})

test('the list in another order', () => {
  assert.deepEqual(readStartPage('/videos/browse?sort=-trending&scope=local'), {
    path: '/',
    search: '?sort=-trending&scope=local',
  })
  assert.deepEqual(readStartPage('/videos/trending'), { path: '/', search: '?sort=-trending' })
  assert.deepEqual(readStartPage('/videos/local'), { path: '/', search: '?scope=local' })
})

test('any other page', () => {
  assert.deepEqual(readStartPage('/home'), { path: '/home', search: '' })
  assert.deepEqual(readStartPage('/home/'), { path: '/home', search: '' })
  assert.deepEqual(readStartPage('/c/news'), { path: '/c/news', search: '' })
})

test('never another site', () => {
  for (const route of ['https://elsewhere.example/home', '//elsewhere.example', 'javascript:alert(1)', 'http://[']) {
    assert.deepEqual(readStartPage(route), list, route)
  }
})

test('a page by one of its other addresses', () => {
  assert.deepEqual(readStartPage('/c/news/videos'), { path: '/c/news', search: '' })
  assert.deepEqual(readStartPage('/accounts/anna'), { path: '/a/anna', search: '' })
  assert.deepEqual(readStartPage('/about'), { path: '/about/instance', search: '' })
})

test('the list where there is no such page, and the administrator is told so once', (t) => {
  const warn = t.mock.method(console, 'warn', () => {})
  for (const route of [
    '/homepage',
    '/homepage',
    '/homepage',
    '/videos',
    '/c/news/nothing',
    '/videos/embed/abc',
    '/fr',
  ]) {
    assert.deepEqual(readStartPage(route), list, route)
  }
  const told = warn.mock.calls.map(({ arguments: [text] }) => String(text))
  assert.equal(told.filter((text) => text.includes('/homepage')).length, 1)
  assert.match(told[0]!, /instance\.default_client_route/)
  assert.deepEqual(readStartPage('/home'), { path: '/home', search: '' })
  assert.equal(warn.mock.callCount(), 5)
})
