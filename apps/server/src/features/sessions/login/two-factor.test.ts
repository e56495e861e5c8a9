import assert from 'node:assert/strict'
import { createCipheriv, scryptSync } from 'node:crypto'
import { test } from 'node:test'
import { decryptOtpSecret, isOtpValid } from './two-factor.ts'

// RFC 6238, appendix B: the key "12345678901234567890"; its 8 digits end with these 6.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('codes are those of the standard', () => {
  assert.equal(isOtpValid(secret, '287082', 59_000), true)
  assert.equal(isOtpValid(secret, '081804', 1_111_111_109_000), true)
  assert.equal(isOtpValid(secret, '353130', 20_000_000_000_000), true)
  assert.equal(isOtpValid(secret, '353131', 20_000_000_000_000), false)
})

test('one step of 30 s before or after is accepted, two are not', () => {
  const now = 1_111_111_109_000
  for (const [shift, accepted] of [
    [-60_000, false],
    [-30_000, true],
    [30_000, true],
    [60_000, false],
  ] as const) {
    assert.equal(isOtpValid(secret, '081804', now + shift), accepted, `${shift} ms`)
  }
  assert.equal(isOtpValid(secret, '', now), false)
  assert.equal(isOtpValid(secret, '0818040', now), false)
  // Six characters of more than six bytes.
  assert.equal(isOtpValid(secret, 'éééééé', now), false)
})

test('a stored secret is readable with the secret of the server only', async () => {
  const vector = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', scryptSync('server secret', 'peertube', 32), vector)
  const stored = `${vector.toString('hex')}:${cipher.update(secret, 'utf8', 'hex')}${cipher.final('hex')}`
  assert.equal(await decryptOtpSecret(stored, 'server secret'), secret)
  const wrong = await decryptOtpSecret(stored, 'another').catch(() => 'refused')
  assert.notEqual(wrong, secret)
})
