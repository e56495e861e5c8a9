import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appLink, isForApp, phoneOf } from './app-link.ts'

const place = {
  enabled: true,
  host: 'joinpeertube.org',
  scheme: 'peertube',
  fallbackUrl: 'https://shop.example/app?id=1',
}
const settings = { android: { intent: place }, ios: place }
const page = new URL('https://tube.example/w/abc?start=5')

test('a page is opened where its application is, which knows its server; else the shop', () => {
  assert.deepEqual(appLink(settings, 'ios', page), {
    href: 'peertube://joinpeertube.org/w/abc?start=5&host=tube.example',
    fallback: 'https://shop.example/app?id=1',
  })
  assert.deepEqual(appLink(settings, 'android', page), {
    href:
      'intent://joinpeertube.org/w/abc?start=5&host=tube.example#Intent;scheme=peertube;' +
      'S.browser_fallback_url=https%3A%2F%2Fshop.example%2Fapp%3Fid%3D1;end',
  })
})

test('each kind of phone has its setting; nothing but an application is opened', () => {
  const only = { android: { intent: { ...place, enabled: false } }, ios: place }
  assert.equal(appLink(only, 'android', page), undefined)
  assert.ok(appLink(only, 'ios', page))
  const hostile = { ...place, scheme: 'javascript' }
  assert.equal(appLink({ android: { intent: hostile }, ios: hostile }, 'ios', page), undefined)
  const nowhere = { ...place, fallbackUrl: 'javascript:alert(1)' }
  assert.equal(appLink({ ...settings, ios: nowhere }, 'ios', page)?.fallback, undefined)
})

test('phones are known by what they say; a desk has no application', () => {
  assert.equal(phoneOf('Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/142.0 Mobile Safari/537.36'), 'android')
  assert.equal(
    phoneOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'),
    'ios',
  )
  assert.equal(phoneOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), undefined)
  assert.deepEqual(['/', '/w/abc', '/c/x', '/videos/browse'].map(isForApp), [true, true, true, true])
  assert.deepEqual(['/admin', '/login', '/videos/publish', '/about/instance'].map(isForApp), [
    false,
    false,
    false,
    false,
  ])
})
