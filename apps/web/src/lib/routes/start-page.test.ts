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
