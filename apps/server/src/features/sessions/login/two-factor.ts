import { createDecipheriv, createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const deriveKey = promisify(scrypt) as (secret: string, salt: string, length: number) => Promise<Buffer>

const period = 30_000
const digits = 6

/** A stored secret is `<initialisation vector>:<AES-256-CBC>` in hex, keyed by the server's secret (spec 02 §3.5). */
export async function decryptOtpSecret(stored: string, serverSecret: string): Promise<string> {
  const [vector = '', encrypted = ''] = stored.split(':')
  const key = await deriveKey(serverSecret, 'peertube', 32)
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.from(vector, 'hex'))
  return Buffer.concat([decipher.update(Buffer.from(encrypted, 'hex')), decipher.final()]).toString('utf8')
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function decodeBase32(text: string): Buffer {
  const bits = [...text.toUpperCase().replaceAll('=', '')]
    .map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

/** The code of one 30 s step (RFC 6238, SHA-1, 6 digits). */
export function totp(secret: string, now: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / period)))
  const mac = createHmac('sha1', decodeBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** One step before or after is fine: clocks differ. */
export function isOtpValid(secret: string, code: string, now: number): boolean {
  const given = Buffer.from(code)
  return [-1, 0, 1].some((step) => {
    const expected = Buffer.from(totp(secret, now + step * period))
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
}
