import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isUploadIdOf,
  parseContentRange,
  ProtocolError,
  readChecksum,
  uploadId,
  uploadLocation,
} from './resumable-protocol.ts'

test('the same file of the same person has the same id, anything else another', () => {
  const id = uploadId(1, 'Film', 100, '1700000000000')
  assert.equal(uploadId(1, 'Film', 100, 1700000000000), id)
  const others = [
    uploadId(2, 'Film', 100, 1700000000000),
    uploadId(1, 'Film', 101, 1700000000000),
    uploadId(1, 'Film', 100, 1),
  ]
  assert.equal(new Set([id, ...others]).size, 4)
  assert.ok(isUploadIdOf(1, id))
  assert.ok(!isUploadIdOf(2, id))
  assert.ok(!isUploadIdOf(11, id))
})

test('content ranges', () => {
  assert.deepEqual(parseContentRange('bytes 0-9/20'), { start: 0, end: 9, total: 20 })
  assert.deepEqual(parseContentRange('bytes 10-19/*'), { start: 10, end: 19, total: undefined })
  assert.deepEqual(parseContentRange('bytes */20'), { start: undefined, end: undefined, total: 20 })
  for (const wrong of [undefined, '', 'bytes', 'bytes 5-3/20', 'items 0-9/20', 'bytes a-b/c', 'bytes -5/20']) {
    assert.throws(() => parseContentRange(wrong), ProtocolError, String(wrong))
  }
})

test('checksums of both headers', () => {
  assert.deepEqual(readChecksum({ digest: 'sha=q1w==' }), { algorithm: 'sha1', value: 'q1w==' })
  assert.deepEqual(readChecksum({ digest: 'SHA-256=abc=' }), { algorithm: 'sha256', value: 'abc=' })
  assert.deepEqual(readChecksum({ 'content-md5': 'abc==' }), { algorithm: 'md5', value: 'abc==' })
  assert.equal(readChecksum({}), undefined)
  assert.throws(() => readChecksum({ digest: 'crc32=abc' }), { code: 'UnsupportedChecksumAlgorithm', status: 400 })
  assert.throws(() => readChecksum({ digest: '__proto__=abc' }), { code: 'UnsupportedChecksumAlgorithm' })
})

test('the location has a scheme only behind a proxy that says which', () => {
  assert.equal(uploadLocation({ host: 'a.example:9000' }, '/u', 'x-1'), '//a.example:9000/u?upload_id=x-1')
  const proxied = { host: 'a.example', 'x-forwarded-proto': 'https' }
  assert.equal(uploadLocation(proxied, '/u', 'x-1'), 'https://a.example/u?upload_id=x-1')
  assert.equal(
    uploadLocation({ host: 'a.example', 'x-forwarded-proto': 'javascript' }, '/u', 'x'),
    '//a.example/u?upload_id=x',
  )
})
