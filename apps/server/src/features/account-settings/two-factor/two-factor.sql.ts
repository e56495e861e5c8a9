import type { Db, Tx } from '#foundation/db/database.ts'

export interface TwoFactorRequest {
  tokenHash: string
  userId: number
  /** Encrypted. */
  otpSecret: string
  expiresAt: Date
}

/** The latest request of a person is the only one. */
export async function replaceTwoFactorRequest(tx: Tx, request: TwoFactorRequest): Promise<void> {
  await deleteTwoFactorRequests(tx, request.userId)
  await tx.insertInto('sepiola.twoFactorRequest').values(request).execute()
}

export async function findTwoFactorRequest(
  db: Db | Tx,
  { tokenHash, userId, now }: { tokenHash: string; userId: number; now: Date },
): Promise<TwoFactorRequest | undefined> {
  return db
    .selectFrom('sepiola.twoFactorRequest')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export async function deleteTwoFactorRequests(db: Db | Tx, userId: number): Promise<void> {
  await db.deleteFrom('sepiola.twoFactorRequest').where('userId', '=', userId).execute()
}

export async function deleteExpiredTwoFactorRequests(db: Db | Tx, now: Date): Promise<void> {
  await db.deleteFrom('sepiola.twoFactorRequest').where('expiresAt', '<', now).execute()
}

/** `otpSecret`: encrypted; null ends the second factor. */
export async function setOtpSecret(db: Db | Tx, userId: number, otpSecret: string | null, now: Date): Promise<void> {
  await db.updateTable('user').set({ otpSecret, updatedAt: now }).where('id', '=', userId).execute()
}
