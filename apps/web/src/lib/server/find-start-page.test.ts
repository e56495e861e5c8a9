import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { findStartPage } from './find-start-page.ts'

const list = { path: '/', search: '' }
mock.method(console, 'warn', () => {})

/** An API that has only these; `locked` asks for a password. */
function api(...there: string[]) {
  const asked: string[] = []
  const ask = async (path: string) => {
    asked.push(path)
    if (path.endsWith('/locked')) return Response.json({ code: 'video_requires_password' }, { status: 401 })
    if (path.endsWith('/private')) return Response.json({ code: 'unauthorized_request' }, { status: 401 })
    return there.includes(path) ? Response.json({ content: '# Hello' }) : Response.json({}, { status: 404 })
  }
  return { ask, asked }
}

test('what a start page is about must be there for everybody', async () => {
  const { ask } = api('/api/v1/video-channels/news', '/api/v1/accounts/anna', '/api/v1/videos/abc')
  for (const path of ['/c/news', '/a/anna', '/@anna', '/@news', '/w/abc', '/w/locked']) {
    assert.deepEqual(await findStartPage(path, ask), { path, search: '' }, path)
  }
  for (const path of ['/c/gone', '/a/gone', '/@gone', '/w/gone', '/w/private', '/w/p/abc']) {
    assert.deepEqual(await findStartPage(path, ask), list, path)
  }
})

test('the homepage, when there is one', async () => {
  const { ask } = api('/api/v1/custom-pages/homepage/instance')
  assert.deepEqual(await findStartPage('/home', ask), { path: '/home', search: '' })
  assert.deepEqual(await findStartPage('/home', api().ask), list)
  assert.deepEqual(await findStartPage('/home', async () => Response.json({ content: ' \n' })), list)
})

test('a page within an area that takes any address must be one of its pages', async () => {
  const { ask } = api()
  for (const path of [
    '/admin',
    '/admin/overview/users/list',
    '/admin/settings/system/jobs',
    '/admin/settings',
    '/admin/settings/setup',
    '/admin/settings/config/vod',
    '/admin/settings/config/logo',
  ]) {
    assert.deepEqual(await findStartPage(path, ask), { path, search: '' }, path)
  }
  for (const path of [
    '/admin/nothing',
    '/admin/overview/users',
    '/admin/settings/nothing',
    '/admin/settings/config/x',
  ]) {
    const start = await findStartPage(path, ask)
    assert.ok(path === '/admin/overview/users' ? start.path !== path : start.path === '/', path)
  }
})

test('nothing is asked for pages that are always there', async () => {
  const { ask, asked } = api()
  for (const path of ['/', '/videos/browse?sort=-trending', '/about/instance', '/login', '/signup']) {
    await findStartPage(path, ask)
  }
  assert.deepEqual(asked, [])
})
