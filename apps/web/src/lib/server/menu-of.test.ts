import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicConfig } from '../api/types.ts'
import { menuOf } from './menu-of.ts'

const config = (enabled: string[], usual: string, homepage = false) =>
  ({
    trending: { videos: { algorithms: { enabled, default: usual } } },
    homepage: { enabled: homepage },
  }) as PublicConfig
const list = { path: '/', search: '' }

test('trending is ranked as the administrator chose, and absent where no way to rank is offered', () => {
  assert.equal(menuOf(config(['hot', 'most-viewed'], 'most-viewed'), list).trending, '/videos/browse?sort=-trending')
  assert.equal(menuOf(config(['hot', 'most-viewed'], 'hot'), list).trending, '/videos/browse?sort=-hot')
  assert.equal(menuOf(config(['most-liked'], 'hot'), list).trending, '/videos/browse?sort=-likes')
  assert.equal(menuOf(config([], 'hot'), list).trending, undefined)
})

test('a homepage is the first entry wherever `/` leads, and the list of videos is always an entry', () => {
  const places = (homepage: boolean, path: string) => {
    const { home, videos } = menuOf(config(['hot'], 'hot', homepage), { path, search: '' })
    return [home, videos]
  }
  assert.deepEqual(places(false, '/'), ['/', undefined])
  assert.deepEqual(places(true, '/'), ['/home', '/'])
  assert.deepEqual(places(true, '/home'), ['/', '/videos/browse'])
  assert.deepEqual(places(false, '/videos/overview'), ['/', '/videos/browse'])
})
