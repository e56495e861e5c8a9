import { randomInt } from 'node:crypto'
import type { Db, Tx } from '#foundation/db/database.ts'
import { findLocalClient, insertClient } from './oauth-client.sql.ts'

const lower = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const length = 32

function randomText(alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The client of this server's own web pages (spec 02 §8). `created` is false when there was one. */
export async function createOAuthClient(
  tx: Db | Tx,
  now: Date,
): Promise<{ clientId: string; clientSecret: string; created: boolean }> {
  const existing = await findLocalClient(tx)
  if (existing) return { clientId: existing.clientId, clientSecret: existing.clientSecret, created: false }
  const client = {
    clientId: randomText(lower + digits),
    clientSecret: randomText(lower + lower.toUpperCase() + digits),
  }
  await insertClient(tx, { ...client, grants: ['password', 'refresh_token'], now })
  return { ...client, created: true }
}
