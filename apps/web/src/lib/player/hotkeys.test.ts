import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionOf } from './hotkeys.ts'

const key = (key: string, extra: Partial<KeyboardEvent> = {}) =>
  actionOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...extra })

test('keys of the player (spec 09 §5)', () => {
  assert.deepEqual(key(' '), { do: 'toggle-play' })
  assert.deepEqual(key('K', { shiftKey: true }), { do: 'toggle-play' })
  assert.deepEqual(key('j'), { do: 'seek-by', amount: -10 })
  assert.deepEqual(key('ArrowRight'), { do: 'seek-by', amount: 5 })
  assert.deepEqual(key('7'), { do: 'seek-to', share: 0.7 })
  assert.deepEqual(key('>', { shiftKey: true }), { do: 'rate-by', amount: 0.1 })
  assert.deepEqual(key('N', { shiftKey: true }), { do: 'next' })
  assert.equal(key('n'), undefined)
  assert.deepEqual(key('Enter', { ctrlKey: true }), { do: 'fullscreen' })
})

test('keyboards without Latin letters go by position', () => {
  assert.deepEqual(key('ь', { code: 'KeyM' }), { do: 'mute' })
})

test("the browser's and the page's own keys are left alone", () => {
  assert.equal(key('f', { ctrlKey: true }), undefined)
  assert.equal(key('m', { metaKey: true }), undefined)
  assert.equal(key('L', { shiftKey: true }), undefined)
  assert.equal(key('q'), undefined)
})
