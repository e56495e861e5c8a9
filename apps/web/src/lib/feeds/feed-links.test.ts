import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedLinks, podcastLinks } from './feed-links.ts'

test('a feed has the filters of its list, once for each format', () => {
  const links = feedLinks('videos', { categoryOneOf: [1, 2], isLocal: true, isLive: undefined, tagsOneOf: ['a b'] })
  assert.deepEqual(
    links.map(({ href }) => href),
    ['xml', 'atom', 'json'].map(
      (end) => `/feeds/videos.${end}?categoryOneOf=1&categoryOneOf=2&isLocal=true&tagsOneOf=a+b`,
    ),
  )
  assert.equal(feedLinks('videos', {})[0]?.href, '/feeds/videos.xml')
})

test('a channel’s podcast comes whole, as sound and with pictures first', () => {
  assert.deepEqual(
    podcastLinks(7).map(({ href }) => new URL(href, 'https://tube.example').search),
    ['?videoChannelId=7', '?videoChannelId=7&enclosurePreference=audio', '?videoChannelId=7&enclosurePreference=video'],
  )
})
