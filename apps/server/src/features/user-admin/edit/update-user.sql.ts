import type { Db, Tx } from '#foundation/db/database.ts'

export interface UserChange {
  email?: string
  emailVerified?: boolean
  videoQuota?: number
  videoQuotaDaily?: number
  pluginAuth?: string | null
  role?: number
  adminFlags?: number
  /** bcrypt hash */
  password?: string
  blocked?: boolean
  blockedReason?: string | null
}

export async function updateUser(db: Db | Tx, userId: number, change: UserChange, now: Date): Promise<void> {
  await db
    .updateTable('user')
    .set({ ...change, updatedAt: now })
    .where('id', '=', userId)
    .execute()
}
