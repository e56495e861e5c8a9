import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Origin } from '#foundation/origin.ts'
import { resolveHandle } from './resolve-handle.ts'

const origin = { host: 'video.example:9000' } as Origin

test('a name alone and our own host are local', () => {
  assert.deepEqual(resolveHandle(origin, 'alice'), { name: 'alice', host: null })
  assert.deepEqual(resolveHandle(origin, 'alice@video.example:9000'), { name: 'alice', host: null })
  assert.deepEqual(resolveHandle(origin, 'alice@VIDEO.example:9000'), { name: 'alice', host: null })
})

test('another host or port is remote', () => {
  assert.deepEqual(resolveHandle(origin, 'alice@video.example'), { name: 'alice', host: 'video.example' })
})

test('anything else is no handle', () => {
  for (const handle of ['', 'a@b@c', 'al ice', 'alice@', "alice'--"])
    assert.equal(resolveHandle(origin, handle), undefined)
})
