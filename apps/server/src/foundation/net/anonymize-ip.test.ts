import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymizeIp } from './anonymize-ip.ts'

test('only the network of an address is kept', () => {
  assert.equal(anonymizeIp('203.0.113.77'), '203.0.113.0')
  assert.equal(anonymizeIp('::ffff:203.0.113.77'), '203.0.113.0')
  assert.equal(anonymizeIp('2001:db8:1234:5678::9'), '2001:db8:1234::')
  assert.equal(anonymizeIp('somewhere'), 'somewhere')
})
