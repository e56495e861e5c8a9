import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readNamed } from './read-named.ts'

test('a UUID names one thing, however it is written', () => {
  const uuid = '9C9DE5E8-0A1E-484A-B099-E80766180A6D'
  assert.deepEqual(readNamed(uuid), { kind: 'uuid', uuid: uuid.toLowerCase() })
  assert.equal(readNamed(uuid.slice(1)), undefined)
})

test('addresses and handles are told from words', () => {
  const kinds = ['https://example.org/w/abc', 'ann@example.org', '@ann@example.org:8080', '@ann'].map(
    (text) => readNamed(text)?.kind,
  )
  assert.deepEqual(kinds, ['address', 'handle', 'handle', 'handle'])
  for (const words of ['waves', 'https:// waves', 'ann @ home', 'a@b@c', 'javascript:alert(1)', '@', 'http://']) {
    assert.equal(readNamed(words), undefined, words)
  }
})
