import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aliasOf } from './aliases.ts'

test('addresses that show the page of another one (spec 09 §2.7, §7.1)', () => {
  const pairs = {
    '/a/anna/video-channels': '/a/anna',
    '/accounts/anna/videos': '/a/anna',
    '/accounts/anna': '/a/anna',
    '/c/news/videos': '/c/news',
    '/video-channels/news/about': '/c/news',
    '/video-channels/news': '/c/news',
    '/videos/watch/abc': '/w/abc',
    '/w/abc;threadId=3': '/w/abc',
    '/w/abc/comments/3': '/w/abc',
  }
  for (const [path, page] of Object.entries(pairs)) assert.equal(aliasOf(path), page, path)
})

test('others stay where they are', () => {
  for (const path of ['/', '/w/abc', '/c/news', '/c/news/nothing', '/videos/watch/playlist/abc', '/home']) {
    assert.equal(aliasOf(path), undefined, path)
  }
})
