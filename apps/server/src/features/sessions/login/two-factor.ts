import { createDecipheriv, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'

const deriveKey = promisify(scrypt) as (secret: string, salt: string, length: number) => Promise<Buffer>

/** A stored secret is `<initialisation vector>:<AES-256-CBC>` in hex, keyed by the server's secret (spec 02 §3.5). */
export async function decryptOtpSecret(stored: string, serverSecret: string): Promise<string> {
  const [vector = '', encrypted = ''] = stored.split(':')
  const key = await deriveKey(serverSecret, 'peertube', 32)
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.from(vector, 'hex'))
  return Buffer.concat([decipher.update(Buffer.from(encrypted, 'hex')), decipher.final()]).toString('utf8')
}

/** 6 digits of 30 s, SHA-1; one step before or after is fine, because clocks differ. `now` in ms. */
export function isOtpValid(secret: string, code: string, now: number): boolean {
  // Only digits may be compared: of other characters six can be more bytes.
  if (!/^\d{6}$/.test(code)) return false
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 })
  return totp.validate({ token: code, timestamp: now, window: 1 }) !== null
}
