import { createCipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

const deriveKey = promisify(scrypt) as (secret: string, salt: string, length: number) => Promise<Buffer>

/** What `decryptOtpSecret` reads: `<initialisation vector>:<AES-256-CBC>` in hex (spec 02 §3.5). */
export async function encryptOtpSecret(secret: string, serverSecret: string): Promise<string> {
  const key = await deriveKey(serverSecret, 'peertube', 32)
  const vector = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key, vector)
  const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return `${vector.toString('hex')}:${encrypted.toString('hex')}`
}
