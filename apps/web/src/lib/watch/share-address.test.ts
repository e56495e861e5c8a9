import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedCode, shareAddress } from './share-address.ts'

test('an address says only what was chosen', () => {
  const base = 'https://a.test/w/x'
  assert.equal(shareAddress(base, { title: false }, false), base)
  assert.equal(
    shareAddress(base, { start: 62, stop: 90, subtitle: 'fr', muted: true, loop: false }, false),
    `${base}?start=1m2s&stop=1m30s&subtitle=fr&muted=1`,
  )
  assert.equal(
    shareAddress(base, { title: false, controlBar: true, position: 3 }, true),
    `${base}?playlistPosition=3&title=0`,
  )
})

test('an embed names what it shows, whatever the name is', () => {
  const code = embedCode('https://a.test/e?a=1&b=2', '"><script>', false)
  assert.match(code, /title="&quot;>&lt;script>" src="https:\/\/a\.test\/e\?a=1&amp;b=2"/)
  assert.match(embedCode('https://a.test/e', 'x', true, 4 / 3), /padding-top: 75\.00%/)
})
