import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { AccountLinkTable } from '#foundation/db/sepiola-tables.ts'
import { insertAccountLink, takeAccountLinkRow } from './account-link.sql.ts'

export type LinkPurpose = AccountLinkTable['purpose']

/** Whose link it is. */
export type LinkOwner = { userId: number } | { registrationId: number }

/** Only this is kept of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret.toLowerCase()).digest('hex')
}

/**
 * Makes a secret for a link and returns the link; undefined when the owner is gone. `email`: where it is sent,
 * `lifetime`: ms.
 */
export async function createAccountLink(
  ctx: Context,
  link: { purpose: LinkPurpose; owner: LinkOwner; email: string; lifetime: number },
): Promise<string | undefined> {
  const secret = randomBytes(32).toString('hex')
  const made = await insertAccountLink(ctx.db, {
    secretHash: hashSecret(secret),
    purpose: link.purpose,
    owner: link.owner,
    email: link.email,
    expiresAt: new Date(ctx.clock.now().getTime() + link.lifetime),
  })
  return made ? ctx.origin.url + linkPath(link.purpose, link.owner, secret) : undefined
}

/**
 * Uses a secret up, and with it every other one for the same purpose of the same owner. Returns the address that it was
 * sent to; undefined when it is wrong, used or expired.
 */
export async function takeAccountLink(
  ctx: Context,
  tx: Db | Tx,
  link: { purpose: LinkPurpose; owner: LinkOwner; secret: string },
): Promise<string | undefined> {
  const { purpose, owner, secret } = link
  return takeAccountLinkRow(tx, { purpose, owner, secretHash: hashSecret(secret), now: ctx.clock.now() })
}

/** Pages of the web client (spec 02 §3.3, §3.4). */
export function linkPath(purpose: LinkPurpose, owner: LinkOwner, secret: string): string {
  const page = purpose === 'reset-password' ? '/reset-password' : '/verify-account/email'
  const query = new URLSearchParams({
    ...('userId' in owner ? { userId: String(owner.userId) } : { registrationId: String(owner.registrationId) }),
    verificationString: secret,
    ...(purpose === 'verify-pending-email' ? { isPendingEmail: 'true' } : {}),
  })
  return `${page}?${query.toString()}`
}
