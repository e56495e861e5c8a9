import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { createAccountLink } from './account-link.ts'
import { sendMailLater } from '../send/send-mail-later.ts'

const hour = 3_600_000
const day = 24 * hour

export interface LinkRecipient {
  id: number
  username: string
  email: string
  language: string | null
}

/** A link to choose another password: one hour. `isFirst`: of an account that somebody else made: seven days. */
export async function sendPasswordLink(
  ctx: Context,
  tx: Tx | Db,
  user: LinkRecipient,
  { isFirst = false }: { isFirst?: boolean } = {},
): Promise<void> {
  await sendMailLater(ctx, tx, {
    to: user.email,
    template: isFirst ? 'choose-password' : 'reset-password',
    locale: user.language,
    data: { username: user.username },
    link: { owner: { userId: user.id }, lifetime: isFirst ? 7 * day : hour },
  })
}

/** A link to choose the first password, for whoever hands it over: seven days. Undefined when the user is gone. */
export async function choosePasswordLink(ctx: Context, user: LinkRecipient): Promise<string | undefined> {
  return createAccountLink(ctx, {
    purpose: 'reset-password',
    owner: { userId: user.id },
    email: user.email,
    lifetime: 7 * day,
  })
}

/** A link to confirm the address of an account. */
export async function sendVerifyLink(ctx: Context, tx: Tx | Db, user: LinkRecipient): Promise<void> {
  await sendMailLater(ctx, tx, {
    to: user.email,
    template: 'verify-account',
    locale: user.language,
    data: { username: user.username },
    link: { owner: { userId: user.id }, lifetime: hour },
  })
}

/** A link to confirm the address that is to replace the one of an account. */
export async function sendVerifyChangedLink(
  ctx: Context,
  tx: Tx | Db,
  user: Omit<LinkRecipient, 'email'> & { pendingEmail: string },
): Promise<void> {
  await sendMailLater(ctx, tx, {
    to: user.pendingEmail,
    template: 'verify-changed-address',
    locale: user.language,
    data: { username: user.username, email: user.pendingEmail },
    link: { owner: { userId: user.id }, lifetime: hour },
  })
}

/** A link to confirm the address of a signup request, in the language of the instance. */
export async function sendVerifyRequestLink(
  ctx: Context,
  tx: Tx | Db,
  registration: { id: number; username: string; email: string },
): Promise<void> {
  await sendMailLater(ctx, tx, {
    to: registration.email,
    template: 'verify-request',
    locale: null,
    data: { username: registration.username },
    link: { owner: { registrationId: registration.id }, lifetime: hour },
  })
}
