import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFileAtomically } from './write-file-atomically.ts'

/** Values made at the first start, by name; readable by the server's user only. */
type Secrets = Record<string, string>

/** The secret of this name, made (32 random bytes in hex) and stored when it does not exist yet. */
export function ensureSecret(secretsFile: string, name: string): string {
  const secrets = readSecrets(secretsFile)
  const known = secrets[name]
  if (known) return known
  const made = randomBytes(32).toString('hex')
  writeFileAtomically(secretsFile, `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`, 0o600)
  return made
}

function readSecrets(secretsFile: string): Secrets {
  if (!existsSync(secretsFile)) return {}
  try {
    return JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets
  } catch (cause) {
    // Making new ones would make every stored second factor unreadable.
    throw new Error(`${secretsFile} cannot be read; restore it from a backup`, { cause })
  }
}
