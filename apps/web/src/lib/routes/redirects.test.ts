import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redirectOf } from './redirects.ts'

const moved = (path: string) => redirectOf(new URL(path, 'https://tube.example'))

test('addresses of old lead to the present ones (spec 09 §2.7)', () => {
  const pairs = {
    '/a/peertube': '/videos/browse?scope=local',
    '/a/anna/search?q=x': '/a/anna/videos?q=x',
    '/videos/watch/playlist/abc': '/w/p/abc',
    '/video-playlists/watch/abc?playlistPosition=2': '/w/p/abc?playlistPosition=2',
    '/videos/trending': '/videos/browse?sort=-trending',
    '/videos/most-liked': '/videos/browse?sort=-likes',
    '/videos/recently-added': '/videos/browse',
    '/videos/local': '/videos/browse?scope=local',
    '/videos/upload': '/videos/publish',
    '/videos/update/abc': '/videos/manage/abc',
    '/studio/edit/abc': '/videos/manage/abc/studio',
    '/stats/videos/abc': '/videos/manage/abc/stats',
    '/manage/create': '/my-library/video-channels/create',
    '/manage/update/news': '/my-library/video-channels/manage/news/general',
    '/my-library/video-channels/update/news': '/my-library/video-channels/manage/news/general',
    '/my-account/videos': '/my-library/videos',
    '/my-account/videos/comments': '/my-library/comments-on-my-videos',
    '/my-account/video-channels': '/my-library/video-channels',
    '/my-account/video-channels/create': '/my-library/video-channels/create',
    '/my-account/video-channels/update/news': '/my-library/video-channels/manage/news/general',
    '/my-account/video-playlists/create': '/my-library/video-playlists/create',
    '/my-account/video-imports': '/my-library/video-imports',
    '/my-account/subscriptions': '/my-library/subscriptions',
    '/my-account/ownership': '/my-library/ownership',
    '/my-account/history/videos': '/my-library/history/videos',
    '/my-account/watched-words/list': '/my-library/watched-words/list',
    '/my-account/auto-tag-policies': '/my-library/auto-tag-policies',
    '/remote-interaction?uri=acct%3Aanna%40tube.example': '/search?search=anna%40tube.example',
    '/remote-interaction?uri=https%3A%2F%2Ftube.example%2Fw%2Fabc%3Fa%3D1':
      '/search?search=https%3A%2F%2Ftube.example%2Fw%2Fabc%3Fa%3D1',
    '/remote-interaction': '/search',
    '/videos/publish?publishedId=abc': '/videos/manage/abc',
    '/admin/users/list': '/admin/overview/users/list',
    '/admin/users/update/3': '/admin/overview/users/update/3',
    '/admin/videos/list': '/admin/overview/videos/list',
    '/admin/comments/list?search=a': '/admin/overview/comments/list?search=a',
    '/admin/config': '/admin/settings/config/information',
    '/admin/config/edit-custom': '/admin/settings/config/information',
    '/admin/settings/config/edit-custom': '/admin/settings/config/information',
    '/admin/config/vod': '/admin/settings/config/vod',
    '/admin/follows/following-add': '/admin/settings/follows/following-list',
    '/admin/follows/followers-list': '/admin/settings/follows/followers-list',
    '/admin/system/jobs?state=failed': '/admin/settings/system/jobs?state=failed',
    '/admin/plugins/search': '/admin/settings/plugins/search',
    '/admin/moderation/video-abuses/list': '/admin/moderation/abuses/list',
    '/admin/moderation/video-abuses': '/admin/moderation/abuses/list',
    '/admin/moderation/video-blacklist/list': '/admin/moderation/video-blocks/list',
    '/admin/moderation/video-auto-blacklist/list': '/admin/moderation/video-blocks/list',
    '/admin/moderation/video-comments/list': '/admin/overview/comments/list',
  }
  for (const [old, present] of Object.entries(pairs)) assert.equal(moved(old), present, old)
})

test('a present address leads nowhere else, and no address goes in circles', () => {
  for (const path of [
    '/',
    '/home',
    '/admin',
    '/admin/settings/config/vod',
    '/videos/browse',
    '/w/abc',
    '/my-account',
  ]) {
    assert.equal(moved(path), undefined, path)
  }
  for (const old of [
    '/admin/config/edit-custom',
    '/admin/users',
    '/my-account/video-channels/update/x',
    '/my-library',
  ]) {
    assert.equal(moved(moved(old)!), undefined, old)
  }
})
