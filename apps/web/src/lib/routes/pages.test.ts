import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isPage, pages } from './pages.ts'

const routes = join(import.meta.dirname, '../../routes')

test('the pages are those that have a folder, without what is shown in other sites', () => {
  const files = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => /\+page\.(svelte|ts)$/.test(file))
    .map((file) => `/${file}`.replace('/(shell)', '').replace(/\/\+page\.\w+$/, '') || '/')
    .filter((page) => !/^\/(videos|video-playlists)\/embed\//.test(page) && page !== '/[...path]')
  assert.deepEqual(pages.toSorted(), [...new Set(found)].sort())
})

test('whether there is a page', () => {
  for (const path of [
    '/',
    '/home',
    '/c/news',
    '/@news',
    '/admin',
    '/admin/overview/users/list',
    '/w/p/abc',
    '/videos/test-embed',
    '/videos/test-embed/a',
  ]) {
    assert.ok(isPage(path), path)
  }
  for (const path of ['/homepage', '/c', '/c/news/nothing', '/administer', '/about', '/HOME', '/c/', '']) {
    assert.ok(!isPage(path), path)
  }
})
